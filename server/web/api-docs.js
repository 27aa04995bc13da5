/* global SwaggerUIBundle */
const OURS = { 'Idempotency-Key': () => crypto.randomUUID?.() ?? `docs-${Date.now()}`, 'X-Terminal': () => 'other' };

/** A write needs a new key each time, and the header that no other site can send; the page gives both where left empty. */
function withHeaders(request) {
  if (request.method && request.method !== 'GET') {
    for (const [name, make] of Object.entries(OURS)) request.headers[name] ||= make();
  }
  return request;
}

/** So nobody has to fill them in here. */
function withoutDuty(spec) {
  for (const operation of Object.values(spec.paths).flatMap(Object.values)) {
    for (const parameter of operation.parameters) if (parameter.name in OURS) parameter.required = false;
  }
  return spec;
}

const answer = await fetch('/api/openapi.json');
SwaggerUIBundle({
  spec: withoutDuty(await answer.json()),
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  validatorUrl: null,
  requestInterceptor: withHeaders,
});
