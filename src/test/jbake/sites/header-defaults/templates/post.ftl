<h1>${content.title!"(none)"}</h1>${content.status} ${content.type}
${content.body}