t ${tag}
