//! Undo and redo over whole drafts.

use std::collections::VecDeque;

use super::Command;
use super::lost::characters_lost;
use super::typing::{Gathering, Stroke};
use crate::draft::{Draft, Field, field, file};
use crate::policy::Policy;

/// How many steps back are kept.
const MOST_STEPS: usize = 1000;

/// What was undone is worth keeping from this many characters on, which nobody types again gladly.
const MUCH_TEXT: usize = 20;

/// The drafts before and after the open one.
#[derive(Debug, Default)]
pub struct History {
    past: VecDeque<Step>,
    future: Vec<Step>,
    /// The typing that the last step still gathers.
    gathering: Option<Gathering>,
    visit: Option<Visit>,
    dropped: Option<Draft>,
}

#[derive(Debug)]
struct Step {
    draft: Draft,
    visit: Option<Visit>,
    label: String,
}

/// The field that somebody types into, and the draft before he began; typing may take several steps.
#[derive(Debug, Clone)]
struct Visit {
    field: Field,
    start: Draft,
}

impl History {
    /// The draft after a command; what was before can be taken back.
    pub fn apply(&mut self, policy: &Policy, draft: &Draft, command: &Command, stroke: Stroke) -> Draft {
        if let Command::Leave(_) = command {
            // Tidying a text changes no value: it is no step of its own.
            self.end_visit();
            return command.apply(policy, draft);
        }
        let typing = command.typing();
        if self.visit.as_ref().map(|visit| visit.field) != typing {
            self.end_visit();
        }
        let visit = || typing.map(|field| Visit { field, start: draft.clone() });
        let (before, visit) = (self.visit.clone(), self.visit.clone().or_else(visit));
        let after = settled(policy, visit.as_ref(), command.apply(policy, draft), command);
        if after == *draft {
            return after;
        }
        if !self.goes_on(policy, draft, command, stroke) {
            self.push(Step { draft: draft.clone(), visit: before, label: command.label(policy, &draft.tried()) });
        }
        self.visit = visit;
        self.drop_future(policy, &after);
        after
    }

    /// Whether a keystroke belongs to the last step.
    fn goes_on(&mut self, policy: &Policy, draft: &Draft, command: &Command, stroke: Stroke) -> bool {
        let Command::Enter(field, after) = command else {
            self.gathering = None;
            return false;
        };
        let before = field::text(policy, &draft.tried(), *field);
        if self.gathering.as_mut().is_some_and(|step| step.takes(&before, after, stroke)) {
            return true;
        }
        self.gathering = Some(Gathering::begin(&before, after, stroke));
        false
    }

    /// An input method has put its word together. Browsers tell of that apart from the last change of the text.
    pub fn end_composition(&mut self) {
        if let Some(step) = &mut self.gathering {
            step.end_composition();
        }
    }

    /// What is typed from now on is another visit: the draft was changed beside the history.
    pub fn end_visit(&mut self) {
        self.gathering = None;
        self.visit = None;
    }

    /// Takes note of a draft that came from another window; what was before can be taken back. Several in a row are one
    /// step, as that window's keystrokes are.
    pub fn followed(&mut self, policy: &Policy, before: &Draft, after: &Draft, label: String) {
        let goes_on = self.past.back().is_some_and(|last| last.label == label);
        self.take_note(policy, before, after, label, goes_on);
    }

    /// Takes note of a draft that was put in place of the open one whole, as a step of its own.
    pub fn replaced(&mut self, policy: &Policy, before: &Draft, after: &Draft, label: String) {
        self.take_note(policy, before, after, label, false);
    }

    fn take_note(&mut self, policy: &Policy, before: &Draft, after: &Draft, label: String, goes_on: bool) {
        if !goes_on {
            self.push(Step { draft: before.clone(), visit: None, label });
        }
        self.end_visit();
        self.drop_future(policy, after);
    }

    /// What was undone can't be redone after something else was done.
    fn drop_future(&mut self, policy: &Policy, after: &Draft) {
        // The one that was undone first holds everything.
        let Some(newest) = std::mem::take(&mut self.future).into_iter().next() else { return };
        let lost = characters_lost(&file::to_value(policy, &newest.draft), Some(&file::to_value(policy, after)));
        if lost >= MUCH_TEXT {
            self.dropped = Some(newest.draft);
        }
    }

    /// A draft that held much text and can't be redone any more, once.
    pub fn take_dropped(&mut self) -> Option<Draft> {
        self.dropped.take()
    }

    fn push(&mut self, step: Step) {
        self.past.push_back(step);
        if self.past.len() > MOST_STEPS {
            self.past.pop_front();
        }
    }

    /// The draft before the last step, and what is taken back.
    pub fn undo(&mut self, draft: &Draft) -> Option<(Draft, String)> {
        let step = self.past.pop_back()?;
        let (draft, label) = (draft.clone(), step.label.clone());
        self.future.push(Step { draft, visit: self.visit.take(), label });
        Some(self.go_to(step))
    }

    /// The draft after the step that was taken back last.
    pub fn redo(&mut self, draft: &Draft) -> Option<(Draft, String)> {
        let step = self.future.pop()?;
        let (draft, label) = (draft.clone(), step.label.clone());
        self.past.push_back(Step { draft, visit: self.visit.take(), label });
        Some(self.go_to(step))
    }

    fn go_to(&mut self, step: Step) -> (Draft, String) {
        self.gathering = None;
        self.visit = step.visit;
        (step.draft, step.label)
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

/// While what is being typed can't be read, the value from before the visit counts: of 76 over a 30 not the 7 on the
/// way, and of 12,40.5 over nothing not 12 either.
fn settled(policy: &Policy, visit: Option<&Visit>, after: Draft, command: &Command) -> Draft {
    match visit {
        Some(visit) if field::fault(policy, &after.tried(), visit.field).is_some() => {
            command.apply(policy, &visit.start)
        }
        _ => after,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{date, file};
    use crate::rules;
    use crate::session::Rows;
    use crate::session::typing::Hand;

    const BY_KEY: Stroke = Stroke { at: 0, hand: Hand::Keys };

    fn blank() -> Draft {
        let day = |text| date::parse(text).unwrap();
        Draft::blank(rules::henan_2019_194(), "试", day("2023-07-01"), day("2026-06-30"))
    }

    fn run(history: &mut History, mut draft: Draft, commands: &[Command]) -> Draft {
        for command in commands {
            draft = history.apply(rules::henan_2019_194(), &draft, command, BY_KEY);
        }
        draft
    }

    fn typed(text: &str) -> Vec<Command> {
        let ends = text.char_indices().map(|(at, character)| at + character.len_utf8());
        ends.map(|end| Command::Enter(Field::Fact(0), text[..end].to_owned())).collect()
    }

    #[test]
    fn the_keystrokes_of_one_field_are_one_step() {
        let (start, mut history) = (blank(), History::default());
        let draft = run(&mut history, start.clone(), &typed("86.5"));
        let (back, label) = history.undo(&draft).unwrap();
        assert_eq!(back, start);
        assert_eq!(label, "修改“建设目标完成率”");
        assert!(!history.can_undo());
        assert_eq!(history.redo(&back).unwrap().0, draft);
    }

    #[test]
    fn leaving_a_field_begins_a_new_step() {
        let (start, mut history) = (blank(), History::default());
        let first = run(&mut history, start.clone(), &typed("86"));
        let left = run(&mut history, first.clone(), &[Command::Leave(Field::Fact(0))]);
        let second = run(&mut history, left, &typed("90"));
        assert_eq!(history.undo(&second).unwrap().0, first);
        assert_eq!(history.undo(&first).unwrap().0, start);
    }

    /// Typing 76 over 30 where at most 75 is allowed once counted the 7 on the way, and 12,40.5 over nothing the 12.
    #[test]
    fn what_is_half_typed_never_counts() {
        let policy = rules::henan_2019_194();
        for (before, text, counts) in [
            ("30", "7x", Some("30")),
            ("30", "1,24.5", Some("30")),
            ("", "86x", None),
            ("", "12,40.5", None),
            ("", "3 8", None),
        ] {
            let mut history = History::default();
            let draft = run(&mut history, blank(), &typed(before));
            let draft = run(&mut history, draft, &[Command::Leave(Field::Fact(0))]);
            let draft = run(&mut history, draft, &typed(text));
            let fault = field::fault(policy, &draft, Field::Fact(0)).unwrap();
            assert_eq!(fault.1.as_deref(), counts, "{text}");
            let left = run(&mut history, draft.clone(), &[Command::Leave(Field::Fact(0))]);
            assert_eq!(left, draft, "and leaving changes nothing");
        }
    }

    /// Neither a pause, which begins another step, nor undo makes a beginning count.
    #[test]
    fn a_visit_is_one_however_many_steps_it_takes() {
        let (mut history, policy) = (History::default(), rules::henan_2019_194());
        let mut draft = run(&mut history, blank(), &typed("30"));
        draft = run(&mut history, draft, &[Command::Leave(Field::Fact(0))]);
        let enter = |text: &str| Command::Enter(Field::Fact(0), text.to_owned());
        for (at, text) in [(5_000, "1"), (10_000, "12"), (15_000, "12x")] {
            draft = history.apply(policy, &draft, &enter(text), Stroke { at, hand: Hand::Keys });
        }
        assert_eq!(field::fault(policy, &draft, Field::Fact(0)).unwrap().1.as_deref(), Some("30"));
        draft = history.undo(&draft).unwrap().0;
        assert_eq!(field::text(policy, &draft, Field::Fact(0)), "12");
        draft = history.apply(policy, &draft, &enter("12y"), Stroke { at: 16_000, hand: Hand::Keys });
        assert_eq!(field::fault(policy, &draft, Field::Fact(0)).unwrap().1.as_deref(), Some("30"));
    }

    /// The texts of a note as they were typed, each with its time and hand, and the texts that undo goes back to.
    fn undone(strokes: &[(u64, Hand, &str)]) -> Vec<String> {
        let (mut history, mut draft, policy) = (History::default(), blank(), rules::henan_2019_194());
        for (at, hand, text) in strokes {
            let stroke = Stroke { at: *at, hand: *hand };
            draft = history.apply(policy, &draft, &Command::Enter(Field::Note(0), (*text).to_owned()), stroke);
        }
        let mut texts = Vec::new();
        while let Some((before, _)) = history.undo(&draft) {
            draft = before;
            texts.push(field::text(policy, &draft, Field::Note(0)));
        }
        texts
    }

    /// Three paragraphs with pauses were one step once: a slip in the last took all of them.
    #[test]
    fn a_step_ends_where_a_person_would_say_it_does() {
        use Hand::{Composing, Keys, Paste};
        let pause = [(0, Keys, "一"), (900, Keys, "一二"), (1900, Keys, "一二三")];
        assert_eq!(undone(&pause), ["一二", ""]);
        let paste = [(0, Keys, "一"), (10, Paste, "一段"), (20, Keys, "一段三")];
        assert_eq!(undone(&paste), ["一段", "一", ""]);
        let break_ = [(0, Keys, "一"), (10, Keys, "一\n"), (20, Keys, "一\n二")];
        assert_eq!(undone(&break_), ["一\n", ""]);
        let deleting = [(0, Keys, "一"), (10, Keys, "一二"), (20, Keys, "一"), (30, Keys, ""), (40, Keys, "三")];
        assert_eq!(undone(&deleting), ["一二", ""]);
        let composing = [(0, Composing, "z"), (10, Composing, "zh"), (20, Composing, "中"), (30, Keys, "中，")];
        assert_eq!(undone(&composing), [""]);
    }

    /// With an input method alone, all that was typed in a field was one step again: its last change of a word says that
    /// it is still putting it together.
    #[test]
    fn a_step_ends_between_the_words_of_an_input_method() {
        let (mut history, mut draft, policy) = (History::default(), blank(), rules::henan_2019_194());
        for (at, text) in [(0, "z"), (10, "zh"), (20, "中"), (5_000, "中w"), (5_010, "中文")] {
            if at == 5_000 {
                history.end_composition();
            }
            let stroke = Stroke { at, hand: Hand::Composing };
            draft = history.apply(policy, &draft, &Command::Enter(Field::Note(0), text.to_owned()), stroke);
        }
        draft = history.undo(&draft).unwrap().0;
        assert_eq!(field::text(policy, &draft, Field::Note(0)), "中");
        draft = history.undo(&draft).unwrap().0;
        assert_eq!(field::text(policy, &draft, Field::Note(0)), "");
    }

    #[test]
    fn a_step_holds_thirty_characters() {
        let all = "字".repeat(70);
        let ends: Vec<&str> = all.char_indices().map(|(at, one)| &all[..at + one.len_utf8()]).collect();
        let strokes: Vec<(u64, Hand, &str)> = ends.into_iter().map(|text| (0, Hand::Keys, text)).collect();
        assert_eq!(undone(&strokes), ["字".repeat(60), "字".repeat(30), String::new()]);
    }

    /// One letter after undo once lost three paragraphs for good.
    #[test]
    fn what_can_not_be_redone_any_more_is_handed_out_if_it_was_much() {
        let mut history = History::default();
        let note = |text: &str| Command::Enter(Field::Note(0), text.to_owned());
        let much = "三个自然段的说明，写了很久，舍不得再写一遍。";
        let long = run(&mut history, blank(), &[note(much), Command::Leave(Field::Note(0))]);
        let (back, _) = history.undo(&long).unwrap();
        let after = run(&mut history, back, &[note("改")]);
        assert_eq!(history.take_dropped().as_ref(), Some(&long));
        assert_eq!(history.take_dropped(), None, "it is handed out once");
        let (back, _) = history.undo(&after).unwrap();
        run(&mut history, back, &[note("又")]);
        assert_eq!(history.take_dropped(), None, "one letter is not much");
    }

    /// A year added after 2999, or to a period mistyped as beginning in 203, once made the draft unreadable.
    #[test]
    fn an_added_year_is_one_that_the_file_takes() {
        let policy = rules::henan_2019_194();
        let mistyped = [Command::Enter(Field::PeriodFrom, "0203-07-01".into()), Command::Add(Rows::Finance)];
        let last = [
            Command::Add(Rows::Finance),
            Command::Enter(Field::Year(0), "2999".into()),
            Command::Add(Rows::Finance),
        ];
        for commands in [&mistyped[..], &last[..]] {
            let draft = run(&mut History::default(), blank(), commands);
            assert_eq!(file::read(policy, &file::to_text(policy, &draft)), Ok(draft));
        }
    }

    #[test]
    fn a_new_step_forgets_what_was_taken_back() {
        let mut history = History::default();
        let draft = run(&mut history, blank(), &[Command::Add(Rows::Members)]);
        let (back, _) = history.undo(&draft).unwrap();
        run(&mut history, back, &[Command::Add(Rows::Finance)]);
        assert!(!history.can_redo());
    }

    #[test]
    fn a_command_that_changes_nothing_is_no_step() {
        let mut history = History::default();
        run(&mut history, blank(), &[Command::Remove(Rows::Members, 3), Command::Read(0, 0), Command::Read(0, 9)]);
        assert!(!history.can_undo());
    }
}
