box ${content.title}
