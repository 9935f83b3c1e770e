${content.uri}|${content.rootpath}|${content.sourceuri}|${content.noExtensionUri!"-"}
