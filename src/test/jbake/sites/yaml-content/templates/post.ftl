${content.title!} ${content.plain!} ${(content.list[1])!} ${(content.nested.x.y)!} "${content.body!}"
