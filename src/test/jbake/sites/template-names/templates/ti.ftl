ti
