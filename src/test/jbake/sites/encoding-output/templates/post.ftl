${.output_encoding!"-"} ${content.title?url} ${content.title?url("UTF-8")}
