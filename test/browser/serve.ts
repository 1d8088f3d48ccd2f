/**
 * A static server for the tests: the built page under a sub-path, compressed, with the headers a good host sends.
 * It serves files and nothing else, and answers 404 for what is not there, so that a wrong address shows.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { headers } from '../../src/cli/build/policy.ts'
import { base, port } from './place.ts'

const root = resolve(process.env.COMITY_DIST ?? join(import.meta.dirname, '../../dist'))
const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}
const compressed = new Map<string, Buffer>()

if (!existsSync(join(root, 'index.html'))) {
  console.error(`There is no built page in ${root}. Run "npm run build" first.`)
  process.exit(1)
}

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://x')
  const inside = pathname.startsWith(base) ? pathname.slice(base.length) : null
  const file = inside === null ? null : join(root, normalize(`/${decodeURIComponent(inside)}`))
  const found = file && existsSync(file) ? (statSync(file).isDirectory() ? join(file, 'index.html') : file) : null
  if (!found || !existsSync(found)) {
    response.writeHead(404, { 'Content-Type': 'text/plain' })
    response.end('not here')
    return
  }
  const kind = kinds[extname(found)] ?? 'application/octet-stream'
  const squeeze = /text|json|javascript|svg/.test(kind)
  let body = compressed.get(found)
  if (!body) {
    body = squeeze ? gzipSync(readFileSync(found), { level: 9 }) : readFileSync(found)
    compressed.set(found, body)
  }
  response.writeHead(200, {
    ...headers,
    'Content-Type': kind,
    'Content-Length': body.length,
    'Cache-Control': /\/assets\//.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(squeeze ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}${base}`))
