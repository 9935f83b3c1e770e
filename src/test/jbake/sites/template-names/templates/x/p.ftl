p ${content.title}
