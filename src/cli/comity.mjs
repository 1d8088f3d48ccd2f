#!/usr/bin/env node
/** The author's door. Runs the TypeScript sources as they are: natively where Node can, through tsx where it cannot. */
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api')
  register()
}
const { main, terminal } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2), terminal())
