feed ${content.type}
