page ${content.title}
