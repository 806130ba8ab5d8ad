//! Undo and redo over whole drafts.

use super::Command;
use crate::draft::{Draft, Field, field};
use crate::policy::Policy;

/// How many steps back are kept.
const MOST_STEPS: usize = 500;

/// The drafts before and after the open one.
#[derive(Debug, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    /// The field whose typing the last step still gathers.
    typing: Option<Field>,
}

#[derive(Debug)]
struct Step {
    draft: Draft,
    label: String,
}

impl History {
    /// The draft after a command; what was before can be taken back.
    pub fn apply(&mut self, policy: &Policy, draft: &Draft, command: &Command) -> Draft {
        let after = command.apply(policy, draft);
        if let Command::Leave(_) = command {
            // Tidying a text changes no value: it is no step of its own.
            self.typing = None;
            return after;
        }
        if after == *draft {
            return after;
        }
        let goes_on = self.typing.is_some() && self.typing == command.typing();
        let after = if goes_on { self.settled(policy, after, command) } else { after };
        if !goes_on {
            self.push(Step { draft: draft.clone(), label: command.label(policy) });
        }
        self.future.clear();
        self.typing = command.typing();
        after
    }

    /// While a wrong text is being typed, the value from before the typing counts: of 76 over a 30, not
    /// the 7 on the way. Where there was none, the last good text does.
    fn settled(&self, policy: &Policy, after: Draft, command: &Command) -> Draft {
        let wrong = |draft: &Draft| command.typing().and_then(|field| field::fault(policy, draft, field));
        match self.past.last().filter(|_| wrong(&after).is_some()) {
            Some(start) => {
                let from_start = command.apply(policy, &start.draft);
                if wrong(&from_start).is_some_and(|(_, kept)| kept.is_some()) { from_start } else { after }
            }
            None => after,
        }
    }

    /// Takes note of a draft that came from elsewhere whole; what was before can be taken back. Several in
    /// a row with one label are one step, as another window's keystrokes are.
    pub fn replaced(&mut self, before: &Draft, label: String) {
        if self.past.last().is_none_or(|last| last.label != label) {
            self.push(Step { draft: before.clone(), label });
        }
        self.future.clear();
        self.typing = None;
    }

    fn push(&mut self, step: Step) {
        self.past.push(step);
        if self.past.len() > MOST_STEPS {
            self.past.remove(0);
        }
    }

    /// The draft before the last step, and what is taken back.
    pub fn undo(&mut self, draft: &Draft) -> Option<(Draft, String)> {
        self.typing = None;
        let step = self.past.pop()?;
        self.future.push(Step { draft: draft.clone(), label: step.label.clone() });
        Some((step.draft, step.label))
    }

    /// The draft after the step that was taken back last.
    pub fn redo(&mut self, draft: &Draft) -> Option<(Draft, String)> {
        self.typing = None;
        let step = self.future.pop()?;
        self.past.push(Step { draft: draft.clone(), label: step.label.clone() });
        Some((step.draft, step.label))
    }

    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{date, file};
    use crate::rules;
    use crate::session::Rows;

    fn blank() -> Draft {
        let day = |text| date::parse(text).unwrap();
        Draft::blank(rules::henan_2019_194(), "试", day("2023-07-01"), day("2026-06-30"))
    }

    fn run(history: &mut History, mut draft: Draft, commands: &[Command]) -> Draft {
        for command in commands {
            draft = history.apply(rules::henan_2019_194(), &draft, command);
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

    /// Typing 76 over 30 where at most 75 is allowed once counted the 7 on the way.
    #[test]
    fn what_is_half_typed_does_not_count_in_place_of_what_stood_there() {
        let (mut history, policy) = (History::default(), rules::henan_2019_194());
        let draft = run(&mut history, blank(), &typed("30"));
        let draft = run(&mut history, draft, &[Command::Leave(Field::Fact(0))]);
        let draft = run(&mut history, draft, &typed("7x"));
        assert_eq!(field::fault(policy, &draft, Field::Fact(0)).unwrap().1, Some("30".into()));
        let draft = run(&mut History::default(), blank(), &typed("86x"));
        assert_eq!(field::fault(policy, &draft, Field::Fact(0)).unwrap().1, Some("86".into()));
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
