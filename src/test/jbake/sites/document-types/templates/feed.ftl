feed ${content.title!}
