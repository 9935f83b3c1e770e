tag ${content.title!}
