${(content.previousContent.title)!"-"} ${(content.nextContent.title)!"-"}
