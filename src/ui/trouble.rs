//! If the program itself breaks, the page says so instead of just going deaf.

use crate::ui::leptos::*;

/// Shows a panic on the page. What was saved is safe; the program can't go on.
pub fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        let Ok(sign) = document().create_element("p") else { return };
        sign.set_class_name("trouble");
        sign.set_text_content(Some(
            "程序出错，不能继续。已保存的内容都在本浏览器里，请重新载入本页；若反复出现，请到“草稿”页导出文件。",
        ));
        let _ = sign.set_attribute("role", "alert");
        if let Some(body) = document().body() {
            let _ = body.prepend_with_node_1(&sign);
        }
    }));
}
