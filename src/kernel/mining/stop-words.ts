/**
 * Words that say nothing about the matter of a message: pronouns, particles, prepositions, conjunctions, degree words, modal
 * verbs and the courtesies of a letter. Written for this project; numbers alone and single Latin letters count as empty too.
 */
const EMPTY_WORDS = new Set(
  `我 你 您 他 她 它 我们 你们 您们 他们 她们 它们 咱们 自己 本人 大家 人家 别人 谁 什么 哪 哪里 哪个 哪些 怎么 怎样 怎么样 怎么办 为什么 为何 如何 几 多少 何时
  这 那 这个 那个 这些 那些 这样 那样 这么 那么 这里 那里 这儿 那儿 这种 那种 这是 那是 此 该 本 各 每 某 其 其他 其它 其中 另 另外 之 者 所 等 等等 一 一个 一些 一种 一下 一直 一样 一定 一次 一切 两 个 们 些
  的 地 得 了 着 过 吗 呢 吧 啊 呀 哦 嘛 啦 哈 么 呵呵 唉
  是 不是 有 没 没有 无 在 于 与 和 及 以及 或 或者 而 而且 并 并且 但 但是 可是 然而 不过 却 则 就 就是 也 还 还是 还有 又 再 都 均 全 全部 才 只 只有 只是 仅 便 即 既 且
  因 因为 因此 由于 由 所以 为 为了 以 以便 使 使得 让 叫 令 被 把 将 给 对 对于 关于 有关 按 按照 根据 依据 通过 经 经过 从 自 自从 向 往 到 至 跟 同 比 比如 例如 如 如果 要是 若 假如 虽然 尽管 无论 不管 除了 随着 作为 凭 连
  很 非常 太 更 最 越 越来越 十分 特别 尤其 比较 较 相当 极 极其 真 真的 真是 实在 确实 几乎 差不多 大概 左右 大约 甚至 根本 完全 已 已经 曾 曾经 正在 正 刚 刚刚 将要 马上 立刻 现在 目前 如今 当时 当 时 时候 之后 以后 之前 以前 后来 然后 最后 同时 再次 多次 经常 总是 从来 又是
  不 别 未 非 不要 不能 不会 不可 不得 不敢 不到 不了 无法 没法 能 能够 可 可以 可能 会 要 想 应 应该 应当 必须 需 需要 得到 愿 肯 敢 希望 请 请问 敬请 恳请 求
  上 下 里 内 中 外 前 后 间 之间 之中 之内 以上 以下 以内 以外 上面 下面 里面 外面 来 去 起来 出来 下来 上来 过来 进行 开始 继续 做 作 弄 搞 说 讲 看 看到 知道 觉得 认为 发现 想要 多 少 大 小 好 这次 那次 本次 此次 年 月 日 号 时间 今天 明天 昨天
  尊敬 您好 你好 谢谢 感谢 领导 书记 市长 局长 县长 区长 此致 敬礼 盼复 望 望复 祝 附 电话 某某`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** True when a word carries no subject. */
export function isEmptyWord(word: string): boolean {
  return EMPTY_WORDS.has(word) || /^(\d+|[a-z])$/.test(word)
}
