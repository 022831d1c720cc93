const words = `
  123456789 12345678 1234567 123456 12345 1234 123 987654321 87654321 7654321 654321 54321 4321 321
  147258369 147258 159357 789456 112233 5201314 1314520 1314 520
  1qaz 2wsx 3edc 4rfv 5tgb qazwsxedc qazwsx qweasdzxc qweasd qwertyuiop qwerty qwer qwe asdfghjkl asdfgh asdf asd
  zxcvbnm zxcvbn zxcv zxc qaz wsx edc rfv tgb abcdefgh abcdef abcd abc
  administrator admin password passwort passw root user guest testing test demo default system welcome letmein login
  master super secret hello iloveyou love monkey dragon shadow sunshine princess football baseball superman batman
  michael jordan summer winter spring autumn monday friday january october company office server manager oracle huawei
  changeme computer internet
  woaiwojia woaizuguo woaini nihao wodemima mima zhongguo zhonghua beijing shanghai guanliyuan rendaban renda
  changweihui zhengfu daibiao minyi zhang wang liu chen yang huang zhao xiaoming laoshi baobao baobei laogong laopo
  mama baba gongsi bangong dianhua shouji`

/**
 * What guessers try first: the words and rows of keys that lists of stolen passwords are made of, here and abroad. A password that is
 * nothing but these, a year and a few signs is refused, however many kinds of characters it has. Longer pieces come before their parts.
 */
export const commonPieces: readonly string[] = words.trim().split(/\s+/)
