// No validator of another host is asked, and no token is kept in the browser.
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  docExpansion: 'list',
  deepLinking: true,
  validatorUrl: null,
});
