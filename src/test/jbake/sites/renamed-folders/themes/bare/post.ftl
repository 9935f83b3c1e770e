<h1>${content.title}</h1>
${content.body}<p>${content.rootpath}|${content.uri}|${content.file?keep_after_last("/")}</p>${data.get("a.yml").name}