tag ${tag} ${content.type} ${content.rootpath}
