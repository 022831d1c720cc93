// Progress and errors go to standard error, so that `minyi --json` keeps standard output for its result.

/** One line of progress: Chinese, then English. */
export function say(zh, en) {
  process.stderr.write(`${zh}  ${en}\n`)
}

/** Ends the program with a plain sentence. */
export function fail(zh, en) {
  process.stderr.write(`\n错误：${zh}\nError: ${en}\n`)
  process.exit(1)
}

const KNOWN = [
  [/ENOSPC|No space left on device/i, '磁盘已满。请清理磁盘空间后重试。', 'The disk is full. Free some space and try again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|network request .* failed/i,
    '无法连接 npm 软件源，不能下载依赖。请检查网络或代理（npm config get registry），然后重试。',
    'The npm registry cannot be reached, so the packages cannot be downloaded. Check the network or proxy (npm config get registry) and try again.',
  ],
  [
    /EACCES|EPERM|EROFS|permission denied/i,
    '没有写入权限。请用拥有本文件夹的用户运行。',
    'No permission to write. Run as the user who owns this folder.',
  ],
]

/** Ends the program with the known cause in `output`, or with its last lines. */
export function failWith(output, zhWhat, enWhat) {
  const [, zh, en] = KNOWN.find(([pattern]) => pattern.test(output)) ?? []
  const tail = output
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(-20)
    .join('\n')
  fail(`${zhWhat}失败。${zh ?? ''}\n${zh ? '' : tail}`, `${enWhat} failed. ${en ?? 'See the lines above.'}`)
}
