index ${content.type} ${content.rootpath!"-"} ${content.title!"-"}
