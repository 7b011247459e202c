// What belongs into the rows and columns of 表二 and 表四, in our own words, with the document it rests on.
// Data only; ※ marks what no document says.

import type { GuidanceEntry } from './guidance';

export const OTHER_TABLES_GUIDANCE: readonly GuidanceEntry[] = [
  {
    subject: 'proactive',
    formId: 'annual-report-2021',
    paragraphs: [
      '只填表，表外不加小节和文字。数字截至报告年度12月31日。没有这项职权填 “/”，有职权没发生填 0，两者不要混用（“/” 与 0 的分法※，各地不一）。2020 年及以前的版式口径不同，两版之间不比增减。',
    ],
    source:
      '《政府信息公开条例》第20条（一）（五）（六）（八）、第50条（一）；时点：国办公开办函〔2021〕30号。',
  },
  {
    subject: 'proactive.regulations',
    formId: 'annual-report-2021',
    paragraphs: [
      '计：有规章制定权的机关制定的规章。一般是国务院部门、省级政府、设区的市级政府；县区、乡镇和普通部门没有，填 “/” 或 0。',
      '常见错：把行政规范性文件填到这一行。',
    ],
    source: '《政府信息公开条例》第20条（一）；制定权属《立法法》※。',
  },
  {
    subject: 'proactive.normativeDocuments',
    formId: 'annual-report-2021',
    paragraphs: [
      '计：本机关（汇总时为本级）制发、对外普遍适用的行政规范性文件。不计：内部制度、会议纪要、人事任免、转发件、工作方案（排除范围※，以司法行政部门的认定清单为准）。',
      '常见错：拿全部发文数充数；清理后只改了总数。填前与司法行政部门或法制机构的台账核一遍。',
    ],
    source: '《政府信息公开条例》第20条（一）；会同司法行政部门：武政办发〔2025〕54号。',
  },
  {
    subject: 'proactive.issuedThisYear',
    formId: 'annual-report-2021',
    paragraphs: [
      '计：1月1日至12月31日制发的件数。修订后重新印发的，按新制发一件、旧件废止一件※。',
      '对得上：第一节写的制发数。',
    ],
    source: '国办公开办函〔2021〕30号附件表头。',
  },
  {
    subject: 'proactive.repealedThisYear',
    formId: 'annual-report-2021',
    paragraphs: [
      '计：本年废止、宣布失效的件数；到期自动失效的也应反映出来※。',
      '常见错：“废止”打成“废纸”；集中清理废止的漏记。',
    ],
    source: '国办公开办函〔2021〕30号附件表头。',
  },
  {
    subject: 'proactive.inForce',
    formId: 'annual-report-2021',
    paragraphs: [
      '计：12月31日仍有效的总件数，不是本年新增。',
      '对得上：上年有效＋制发－废止＝现行有效。这不是官方勾稽，真实两年对照里十对有六对不符（清理、划转、口径），软件只警告；核过写一句原因即可。',
    ],
    source: '国办公开办函〔2021〕30号附件表头；时点：国办公开办函〔2021〕30号。',
  },
  {
    subject: 'proactive.licensing',
    formId: 'annual-report-2021',
    paragraphs: [
      '计：本年作出的行政许可决定件数，已公开的和依法不公开的都算。不计：公共服务、备案、确认等其他事项。',
      '常见错：填事项数（目录里有几项）而不是决定数；只数网站公示的条数。',
    ],
    source:
      '《政府信息公开条例》第20条（五）；全部决定都计：武政办发〔2025〕54号、国办公开办函〔2021〕30号。',
  },
  {
    subject: 'proactive.penalty',
    formId: 'annual-report-2021',
    paragraphs: [
      '计：本年作出的处罚决定件数，含简易程序和依法不公开的。条例要求主动公开的只是有一定社会影响的那些，但这里填全部。',
      '常见错：只填网上公示的；把交通违法等电子处罚漏在系统外。市县可到七位数，不要省成“万件”。',
    ],
    source:
      '《政府信息公开条例》第20条（六）；全部决定都计：武政办发〔2025〕54号、国办公开办函〔2021〕30号。',
  },
  {
    subject: 'proactive.coercion',
    formId: 'annual-report-2021',
    paragraphs: [
      '计：本年行政强制措施和强制执行的决定件数（强制措施、强制执行都计※）。',
      '常见错：与处罚混在一起；没有执法权的单位照抄上年数字。',
    ],
    source:
      '《政府信息公开条例》第20条（六）；全部决定都计：武政办发〔2025〕54号、国办公开办函〔2021〕30号。',
  },
  {
    subject: 'proactive.administrativeFees',
    formId: 'annual-report-2021',
    paragraphs: [
      '计：本年实际收取的行政事业性收费总额，单位万元，小数照财务口径填全，不四舍五入。380 元写 0.038。不计：政府性基金、罚没收入、经营服务收费（※，以财政科目为准）。',
      '常见错：把元当万元，差一万倍；汇总时各单位先四舍五入再相加，总数对不上。',
      '对得上：收过信息处理费的，它也属行政事业性收费，本格不应小于第六节所报金额（推定※）。',
    ],
    source: '《政府信息公开条例》第20条（八）；信息处理费属行政事业性收费：四川、安徽通知。',
  },
  {
    subject: 'proactive',
    formId: 'annual-report-2019',
    paragraphs: [
      '只用于补录和对比。比2021版多“其他对外管理服务事项”“政府集中采购”两行。许可、处罚、强制等各行的范围同上，但许可、处罚、强制先填事项数及其增减，再填决定数；行政事业性收费只填项目数和增减，没有金额。',
    ],
    source: '《政府信息公开条例》第20条（一）（五）（六）（八）（九）；国办公开办函〔2019〕60号。',
  },
  {
    subject: 'proactive.newlyMade',
    formId: 'annual-report-2019',
    paragraphs: ['计：本年新制定的规章、规范性文件件数。常见错：把修改件重复计。'],
    source: '国办公开办函〔2019〕60号。',
  },
  {
    subject: 'proactive.newlyDisclosed',
    formId: 'annual-report-2019',
    paragraphs: ['计：本年首次对外公开的件数；上年制作、今年才公开的算今年※。常见错：与新制作数机械相等。'],
    source: '国办公开办函〔2019〕60号。',
  },
  {
    subject: 'proactive.disclosedInTotal',
    formId: 'annual-report-2019',
    paragraphs: ['计：年底对外公开的总件数。常见错：填成本年数；总数小于本年新公开数。'],
    source: '国办公开办函〔2019〕60号。',
  },
  {
    subject: 'proactive.itemsLastYear',
    formId: 'annual-report-2019',
    paragraphs: ['计：上年底的事项数，应与上年报告一致。常见错：填成上年办件量。'],
    source: '国办公开办函〔2019〕60号。',
  },
  {
    subject: 'proactive.changeThisYear',
    formId: 'annual-report-2019',
    paragraphs: ['计：今年比上年增或减的事项数，减少写负数（-15）。常见错：漏写负号；写成“减15”。'],
    source: '国办公开办函〔2019〕60号。',
  },
  {
    subject: 'proactive.decisionsThisYear',
    formId: 'annual-report-2019',
    paragraphs: ['计：本年作出的处理决定件数。这是两版里唯一可比的一列。'],
    source: '国办公开办函〔2019〕60号。',
  },
  {
    subject: 'proactive.otherServices',
    formId: 'annual-report-2019',
    paragraphs: ['计：许可以外的对外管理服务事项，如确认、给付、备案（举例※）。2021版没有这一行。'],
    source: '《政府信息公开条例》第20条（五）；国办公开办函〔2019〕60号。',
  },
  {
    subject: 'proactive.procurement',
    formId: 'annual-report-2019',
    paragraphs: [
      '计：本年集中采购的项目数和总金额。金额没有规定单位，原样写数字和单位，如“251000元”。常见错：只写数字不写单位。',
    ],
    source: '《政府信息公开条例》第20条（九）；国办公开办函〔2019〕60号。',
  },
  {
    subject: 'reviewAndLitigation',
    paragraphs: [
      '计：因政府信息公开工作被申请复议、被起诉的案件。不计：本机关其他业务的案件；本机关当复议机关、因此成为共同被告的案件（只由原行为机关计）。同一争议先复议后起诉的，复议计复议组、起诉计“复议后起诉”组，各计一次（推定※）。',
      '年度口径：上年未结、今年审结的是否计入，文件没有写，有的单位加注“含上年结转”；全组前后一致并写注※。',
    ],
    source:
      '《政府信息公开条例》第50条（三）、第51条；国办公开办函〔2021〕30号、2016解释（共同被告）；复议范围：复议意见第二条。',
  },
  {
    subject: 'reviewAndLitigation.reconsideration',
    paragraphs: [
      '计：本机关作为被申请人的公开类复议案件。自己审理别人的复议，不计。常见错：把全市汇总的表四整张贴成本部门的表四（真实发生过）。',
    ],
    source: '国办公开办函〔2021〕30号附件。',
  },
  {
    subject: 'reviewAndLitigation.litigation.direct',
    paragraphs: [
      '计：没经复议直接到法院的。2023年修订的行政复议法规定，不予公开的要先复议再起诉（主要指按条例14、15、16不予公开的），所以近年这组若仍有这类案件，先核对一遍。',
    ],
    source: '法释说明（转述行政复议法23第一款第四项）。',
  },
  {
    subject: 'reviewAndLitigation.litigation.afterReconsideration',
    paragraphs: ['计：经过复议、又起诉的。常见错：与直接起诉填反；复议机关作共同被告的也各计一件。'],
    source: '国办公开办函〔2021〕30号附件。',
  },
  {
    subject: 'reviewAndLitigation.upheld',
    paragraphs: ['计：维持原行为、驳回申请人实体请求的。法院判决驳回诉讼请求归这里※。'],
    source: '国办公开办函〔2021〕30号附件列名。',
  },
  {
    subject: 'reviewAndLitigation.corrected',
    paragraphs: [
      '计：撤销、变更、确认违法、责令重新答复或限期履行等，原行为被改的（列举※）。常见错：部分撤销不计；机关自行改正后撤诉的归属不一※。',
    ],
    source: '国办公开办函〔2021〕30号附件列名。',
  },
  {
    subject: 'reviewAndLitigation.otherResult',
    paragraphs: ['计：申请人撤回、终止、不予受理、驳回起诉等不判断对错的（列举※）。'],
    source: '国办公开办函〔2021〕30号附件列名。',
  },
  {
    subject: 'reviewAndLitigation.pending',
    paragraphs: ['计：到12月31日没有结果的。一审已判、二审没结的算不算，文件没写，全年统一※。'],
    source: '国办公开办函〔2021〕30号附件列名。',
  },
  {
    subject: 'reviewAndLitigation.total',
    paragraphs: ['四项相加，软件自动算。常见错：有案件，总计漏填或填 0（真实两份）。'],
    source: '国办公开办函〔2021〕30号附件列名。',
  },
];
