    <nav><a href="${content.rootpath!}index.html">Home</a> <a href="${content.rootpath!}${config.feed_file}">Feed</a></nav>
