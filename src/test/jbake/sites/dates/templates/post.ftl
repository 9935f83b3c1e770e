${content.title} ${content.date?string("yyyy-MM-dd HH:mm:ss")}
