/* global SwaggerUIBundle */
/** A write needs a new key each time, and the header that no other site can send; the page gives both. */
function withHeaders(request) {
  if (request.method && request.method !== 'GET') {
    request.headers['Idempotency-Key'] ||= crypto.randomUUID?.() ?? `docs-${Date.now()}-${Math.random()}`;
    request.headers['X-Terminal'] ||= 'other';
  }
  return request;
}

SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  validatorUrl: null,
  requestInterceptor: withHeaders,
});
