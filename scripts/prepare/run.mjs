import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

/** npm may take a signal and go on; past this it is killed. */
const GRACE_MS = 1_000
const running = new Set()
/** Our exit status once a signal has come. */
let status = null

/**
 * Runs a command to its end: { code, output }. Its output is shown as it comes unless `quiet`.
 * A signal to us reaches the command too, so that Ctrl-C or a service manager leaves nothing behind.
 */
export function run(command, args, { quiet = false, env = {}, cwd = process.cwd() } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let output = ''
    const collect = (chunk) => {
      output += chunk
      if (!quiet) process.stderr.write(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    listen(child)
    child.once('error', (error) => (output += error.message))
    child.once('close', (code) => {
      unlisten(child)
      if (status !== null && running.size === 0) process.exit(status)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Runs a script of an installed package with this same Node. */
export function runPackage(script, args, options) {
  return run(process.execPath, [`node_modules/${script}`, ...args], options)
}

function listen(child) {
  if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
  running.add(child)
}

function unlisten(child) {
  running.delete(child)
  if (running.size === 0 && status === null) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, onSignal)
}

async function onSignal(signal) {
  status ??= 128 + constants.signals[signal]
  for (const child of running) signalGroup(child, signal)
  await pause(GRACE_MS)
  for (const child of running) signalGroup(child, 'SIGKILL')
  process.exit(status)
}

/** A group of its own (`detached`) holds the command and everything that it started. */
function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
