${content.title} ${currentPageNumber!"-"}
