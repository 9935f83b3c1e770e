archive ${content.type} ${content.rootpath!"-"}
