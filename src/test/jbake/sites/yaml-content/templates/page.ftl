${content.title!} ${content.text!}
