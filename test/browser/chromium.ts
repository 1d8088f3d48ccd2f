/**
 * Where the Chromium for the browser tests is: `CHROMIUM`, or one in its usual places. Run as a program it installs
 * Debian's when there is none, and says what to do where it cannot.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const runs = (path: string) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a Chromium, or undefined. A path in `CHROMIUM` is taken at its word. */
export const findChromium = (): string | undefined => process.env.CHROMIUM || places.find(runs)

const apt = (...args: string[]) => {
  const root = process.getuid?.() === 0
  const [command, ...rest] = [...(root ? [] : ['sudo', '-n']), 'apt-get', ...args] as [string, ...string[]]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url) && !findChromium()) {
  console.log('No Chromium found: installing Debian’s for the browser tests ...')
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']
  if (!(apt('update', '-qq') && apt(...install) && findChromium())) {
    console.error('Chromium could not be installed. Install it, or set CHROMIUM to the path of yours, and run again.')
    process.exit(1)
  }
}
