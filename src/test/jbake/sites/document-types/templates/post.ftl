post ${content.title}
