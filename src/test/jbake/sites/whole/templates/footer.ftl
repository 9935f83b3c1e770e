    <p>&copy; ${config.site_title?html}, baked with JBake ${version}</p>
  </body>
</html>
