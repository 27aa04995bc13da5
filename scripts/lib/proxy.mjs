import http from 'node:http';
import net from 'node:net';

const headLines = ({ method, url, httpVersion, rawHeaders }) => {
  const headers = rawHeaders.flatMap((value, i) => (i % 2 === 0 ? [`${value}: ${rawHeaders[i + 1]}`] : []));
  return `${method} ${url} HTTP/${httpVersion}\r\n${headers.join('\r\n')}\r\n\r\n`;
};

/**
 * One port in front of several servers of this machine: `routes` gives a port for the beginning of a path, the first that
 * fits. Web sockets pass too. Gives the listening server.
 */
export function startProxy(port, routes) {
  const portFor = (url) => routes.find(([prefix]) => url.startsWith(prefix))[1];
  const server = http.createServer((request, response) => {
    const { method, url, headers } = request;
    const onward = http.request({ host: '127.0.0.1', port: portFor(url), method, path: url, headers }, (reply) => {
      response.writeHead(reply.statusCode, reply.headers);
      reply.pipe(response);
    });
    onward.on('error', () => {
      if (!response.headersSent)
        response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' });
      response.end('starting, try again in a moment');
    });
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  server.on('upgrade', (request, socket, head) => {
    const onward = net.connect(portFor(request.url), '127.0.0.1', () => {
      onward.write(headLines(request));
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
