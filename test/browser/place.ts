/** Where the tests find the page: a sub-path, so that every test also shows that any path will do. */
export const port = Number(process.env.COMITY_PORT ?? 4187)
export const base = '/deep/sub/path/'
export const address = `http://127.0.0.1:${port}${base}`
