b.htm||b.htm|-
