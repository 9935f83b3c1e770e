${content.uri}|${content.rootpath}|${content.sourceuri}|${content.noExtensionUri!"-"}
${(content.previousContent.noExtensionUri)!"-"} ${(content.nextContent.noExtensionUri)!"-"}
