Ö ${content.title} ${content.body} ${"ä"?url}
