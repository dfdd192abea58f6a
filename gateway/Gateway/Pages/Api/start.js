"use strict";

// The header that the gateway asks for when a browser's session cookie, and not a token, signs the request in.
const fromPage = (request) => {
  request.headers["X-Requested-With"] = "FlowPlatform";
  return request;
};

SwaggerUIBundle({
  url: "/api/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  docExpansion: "none",
  filter: true,
  displayRequestDuration: true,
  persistAuthorization: false,
  validatorUrl: null,
  requestInterceptor: fromPage,
});
