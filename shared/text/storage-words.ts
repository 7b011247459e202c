// Why data could not be kept, in the clerk's words, each with the way out.

/** By the reason that the database gives; every sentence stands after “未保存：”. */
export const STORAGE_FAILURE_SENTENCES: Readonly<Record<string, string>> = {
  quotaExceeded: '磁盘空间不足。请腾出空间，或先另存报告文件。',
  blocked: '另一个窗口占用着旧版数据。请关闭其他窗口后重试。',
  closed: '数据库被关闭。请重新打开本程序，打开前先另存报告文件。',
  denied: '系统不允许在本机存放数据。请先另存报告文件，再联系信息技术人员。',
  newerDatabase: '本机数据由更新版本的程序写成，为免损坏没有打开。请安装新版本后再用。',
  damaged: '本机数据无法读取。请先另存报告文件，再联系信息技术人员。',
  missing: '这份报告已在别处删除。请另存报告文件。',
  elsewhere: '另一个窗口正在编辑，这里只能查看。请到那个窗口填写，或先关闭它。',
  interrupted: '处理数据的部分中途停止，可能是内存不足。请关闭其他程序后再试。',
  unknown: '写入本机数据失败。请先另存报告文件。',
};

/** Why closing is not safe yet while a slow disk is still at it. */
export const STILL_SAVING_SENTENCE =
  '磁盘较慢，最后录入的内容还在写入。请返回，等窗口下方显示“已保存”后再关闭。';
