${content.title} ${(content.previousContent.title)!"-"} ${(content.nextContent.title)!"-"}
