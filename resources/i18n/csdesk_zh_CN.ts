<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct this entry</source>
        <translation>更正记录</translation>
    </message>
    <message>
        <source>Reason for the correction</source>
        <translation>更正原因</translation>
    </message>
    <message>
        <source>For example: wrong day</source>
        <translation>例如：日期有误</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
</context>
<context>
    <name>EffectWords</name>
    <message>
        <source>This goes to {month}.</source>
        <translation>这条记录计入{month}。</translation>
    </message>
    <message>
        <source>Dismissal offence: no points, but {name} is flagged for the manager&apos;s decision.</source>
        <translation>辞退项：不扣分，将提请经理对{name}作出决定。</translation>
    </message>
    <message>
        <source>{nth} {severity} offence this month: another {points} at month-end.</source>
        <translation>本月第 {nth} 次{severity}违规：月末将再扣 {size} 分。</translation>
    </message>
    <message>
        <source>{nth} {severity} offence this month; one more brings another {points} at month-end.</source>
        <translation>本月第 {nth} 次{severity}违规，再有 1 次，月末将另扣 {size} 分。</translation>
    </message>
    <message>
        <source>{nth} {severity} offence this month.</source>
        <translation>本月第 {nth} 次{severity}违规。</translation>
    </message>
    <message>
        <source>{lines} would fall away.</source>
        <translation>{lines}将不再计入。</translation>
    </message>
    <message>
        <source>Score would be {before} → {after}.</source>
        <translation>得分预计 {before} → {after}。</translation>
    </message>
    <message>
        <source>Score would be {before} → {after}, grade {old} → {new}.</source>
        <translation>得分预计 {before} → {after}，等级 {old} → {new}。</translation>
    </message>
    <message>
        <source>Score stays {score}, the highest there is.</source>
        <translation>得分仍为 {score}，已是最高分。</translation>
    </message>
    <message>
        <source>Score stays {score}, the lowest there is.</source>
        <translation>得分仍为 {score}，已是最低分。</translation>
    </message>
    <message>
        <source>Score stays {score}: it was above the limit.</source>
        <translation>得分仍为 {score}：原始分仍高于上限。</translation>
    </message>
    <message>
        <source>Score stays {score}.</source>
        <translation>得分仍为 {score}。</translation>
    </message>
    <message>
        <source>Flag for the manager: {flags}.</source>
        <translation>提请经理关注：{flags}。</translation>
    </message>
    <message>
        <source>One entry for each of {count} people.</source>
        <translation>为 {count} 人各记一条。</translation>
    </message>
    <message>
        <source>Another {points} at month-end for {names}.</source>
        <translation>{names}月末将再扣 {size} 分。</translation>
    </message>
    <message>
        <source>Each is flagged for the manager&apos;s decision.</source>
        <translation>每人均将提请经理作出决定。</translation>
    </message>
    <message>
        <source>Scores would be: {scores}.</source>
        <translation>得分预计：{scores}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等（另有 {count} 人）</translation>
    </message>
</context>
<context>
    <name>EntriesCard</name>
    <message>
        <source>All months</source>
        <translation>全部月份</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Show voided entries too, struck through</source>
        <translation>同时显示已作废的记录（划线）</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>By</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Show everybody&apos;s entries again</source>
        <translation>重新显示所有人的记录</translation>
    </message>
    <message>
        <source>Entries of all months</source>
        <translation>全部月份的记录</translation>
    </message>
    <message>
        <source>Entries in {month}</source>
        <translation>{month}记录</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到 {count} 条</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 条</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>Try fewer letters, or look in all months.</source>
        <translation>请减少搜索文字，或勾选“全部月份”查找。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No entries in {month}</source>
        <translation>{month}还没有记录</translation>
    </message>
    <message>
        <source>Type a name above, then a rule; Enter saves the entry.</source>
        <translation>在上方输入姓名和条款，按回车即可保存。</translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the entry (Enter)</source>
        <translation>保存这条记录（回车）</translation>
    </message>
    <message>
        <source>A few letters of the name, then of the rule. Ctrl+Enter or a comma adds another person.</source>
        <translation>先输入姓名拼音的几个字母，再输入条款的几个字；按 Ctrl+回车或逗号可同时记录多人。</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新记录</translation>
    </message>
</context>
<context>
    <name>EntryFields</name>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Minutes over</source>
        <translation>超时分钟</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误数</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>姓名、拼音或工号</translation>
    </message>
    <message>
        <source>Code or words</source>
        <translation>编号、文字或拼音</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>left {day}</source>
        <translation>{day}离职</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day}入职</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Points ({first} to {last})</source>
        <translation>分值（{first} 至 {last}）</translation>
    </message>
    <message>
        <source>Points each</source>
        <translation>每次分值</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>not in that day&apos;s rulebook</source>
        <translation>不在当日的考核细则中</translation>
    </message>
    <message>
        <source>{minutes} min · {title}</source>
        <translation>{minutes} 分钟 · {title}</translation>
    </message>
    <message>
        <source>Voided by {by}, {when}: {reason}</source>
        <translation>{by}于 {when} 作废：{reason}</translation>
    </message>
    <message>
        <source>Written down by {by}, {when}</source>
        <translation>{by}于 {when} 记录</translation>
    </message>
    <message>
        <source>Corrects {entry}: {reason}</source>
        <translation>更正 {entry}：{reason}</translation>
    </message>
</context>
<context>
    <name>FileWork</name>
    <message>
        <source>Open a team file</source>
        <translation>打开团队文件</translation>
    </message>
    <message>
        <source>Team files (*.csdesk)</source>
        <translation>团队文件 (*.csdesk)</translation>
    </message>
    <message>
        <source>Back up the team file to</source>
        <translation>把团队文件备份到</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Backup of {day}</source>
        <translation>{day}已备份</translation>
    </message>
    <message>
        <source>csdesk {version}</source>
        <translation>csdesk {version}</translation>
    </message>
    <message>
        <source>Roster, incident log and monthly appraisal for a customer-service team.</source>
        <translation>客服团队的排班、日常记录与月度考核。</translation>
    </message>
    <message>
        <source>Team file: {file}</source>
        <translation>团队文件：{file}</translation>
    </message>
    <message>
        <source>About csdesk</source>
        <translation>关于 csdesk</translation>
    </message>
    <message>
        <source>Backed up and verified: {file}</source>
        <translation>已备份并校验：{file}</translation>
    </message>
    <message>
        <source>The file is sound: its tables, its journal and its closed months agree.</source>
        <translation>文件完好：数据表、变更记录与已月结的月份一致。</translation>
    </message>
    <message>
        <source>{count} more.</source>
        <translation>另有 {count} 项。</translation>
    </message>
    <message>
        <source>The file is not sound</source>
        <translation>文件有问题</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Hook</name>
    <message>
        <source>Something went wrong in csdesk</source>
        <translation>csdesk 出现程序错误</translation>
    </message>
    <message>
        <source>This is a fault of the program, not yours. What was saved is safe, and you can go on working. Please send the file {log} to whoever looks after csdesk.</source>
        <translation>这是程序的错误，与您的操作无关。已保存的内容不受影响，可以继续工作。请把文件 {log} 发给负责维护 csdesk 的人员。</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>操作未能完成</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Correct entry…</source>
        <translation>更正记录…</translation>
    </message>
    <message>
        <source>Void entry…</source>
        <translation>作废记录…</translation>
    </message>
    <message>
        <source>Only this person&apos;s entries</source>
        <translation>只看此人的记录</translation>
    </message>
    <message>
        <source>Saved for {count} people: {entry}</source>
        <translation>已为 {count} 人保存：{entry}</translation>
    </message>
    <message>
        <source>Saved in {month}: {name}, {entry}</source>
        <translation>已保存到{month}：{name}，{entry}</translation>
    </message>
    <message>
        <source>Saved: {name}, {entry}</source>
        <translation>已保存：{name}，{entry}</translation>
    </message>
    <message>
        <source>Entered by mistake (taken back at once)</source>
        <translation>录入有误（保存后即撤销）</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>未能撤销</translation>
    </message>
    <message>
        <source>Taken back: the entry is voided, and stands above to be mended.</source>
        <translation>已撤销：该记录已作废，内容保留在上方，可修改后重新保存。</translation>
    </message>
    <message>
        <source>Taken back: the entry is voided.</source>
        <translation>已撤销：该记录已作废。</translation>
    </message>
    <message>
        <source>The line above was emptied.</source>
        <translation>已清空上方的录入内容。</translation>
    </message>
    <message>
        <source>Voided; it stays readable under “Voided”.</source>
        <translation>已作废，勾选“已作废”仍可查看。</translation>
    </message>
    <message>
        <source>{count} entries voided; they stay readable under “Voided”.</source>
        <translation>已作废 {count} 条记录，勾选“已作废”仍可查看。</translation>
    </message>
    <message>
        <source>Corrected; the old entry is voided and stays readable under “Voided”.</source>
        <translation>已更正；原记录已作废，勾选“已作废”仍可查看。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{team} – csdesk</source>
        <translation>{team} – csdesk</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日常记录</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>考核</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>{month} closed</source>
        <translation>{month}已月结</translation>
    </message>
    <message>
        <source>{month} open</source>
        <translation>{month}未结</translation>
    </message>
    <message>
        <source>Close csdesk?</source>
        <translation>要关闭 csdesk 吗？</translation>
    </message>
    <message>
        <source>Something typed is not saved yet, or long work is still running. Closing drops it.</source>
        <translation>有内容尚未保存，或有任务仍在进行。关闭后这些都会丢失。</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>仍然关闭</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>月份(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近打开的文件</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>New team file …</source>
        <translation>新建团队文件…</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export for HR …</source>
        <translation>导出给人事…</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Back up …</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>New entry or person</source>
        <translation>新建记录或人员</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>在本页查找</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Find an action or a person …</source>
        <translation>查找操作或人员…</translation>
    </message>
    <message>
        <source>Low table rows</source>
        <translation>紧凑行高</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上一个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下一个月</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Close the month …</source>
        <translation>月结…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>About csdesk</source>
        <translation>关于 csdesk</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>MonthChooser</name>
    <message>
        <source>Month before (Alt+Left)</source>
        <translation>上一个月 (Alt+←)</translation>
    </message>
    <message>
        <source>Month after (Alt+Right)</source>
        <translation>下一个月 (Alt+→)</translation>
    </message>
    <message>
        <source>Choose a month</source>
        <translation>选择月份</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>下一年</translation>
    </message>
</context>
<context>
    <name>MonthReader</name>
    <message>
        <source>Reckoning the month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewTeamDialog</name>
    <message>
        <source>New team file</source>
        <translation>新建团队文件</translation>
    </message>
    <message>
        <source>Team&apos;s name, as it stands on sheets</source>
        <translation>团队名称（印在考核表上）</translation>
    </message>
    <message>
        <source>Manager (may be left empty)</source>
        <translation>经理（可不填）</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make the file</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Where the team file stands</source>
        <translation>团队文件的位置</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>An action, or a person by name, pinyin or number</source>
        <translation>操作名称，或人员的姓名、拼音、工号</translation>
    </message>
    <message>
        <source>Find an action or a person</source>
        <translation>查找操作或人员</translation>
    </message>
</context>
<context>
    <name>PeopleChips</name>
    <message>
        <source>For</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 人</translation>
    </message>
    <message>
        <source>Take {name} out</source>
        <translation>移除{name}</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Nobody chosen</source>
        <translation>未选择人员</translation>
    </message>
    <message>
        <source>Type a name above or choose an entry: the person&apos;s month so far appears here.</source>
        <translation>在上方输入姓名，或选中一条记录，此处将显示该员工本月至今的情况。</translation>
    </message>
    <message>
        <source>Last entries</source>
        <translation>最近记录</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show only this person&apos;s entries in the table</source>
        <translation>表格中只显示此人的记录</translation>
    </message>
    <message>
        <source>{month} so far</source>
        <translation>{month}至今</translation>
    </message>
    <message>
        <source>Grade by the score so far</source>
        <translation>按目前得分评定的等级</translation>
    </message>
    <message>
        <source>{code} automatic</source>
        <translation>{code} 自动</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>考核调整</translation>
    </message>
    <message>
        <source>Held at {limit}</source>
        <translation>以 {limit} 分为限</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Bonuses</source>
        <translation>加分</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>轻度</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>中度</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>重度</translation>
    </message>
    <message>
        <source>Dismissal</source>
        <translation>辞退</translation>
    </message>
    <message>
        <source>Newcomer: the pay effect begins in {month}.</source>
        <translation>新员工：自{month}起计绩效工资。</translation>
    </message>
    <message>
        <source>{severity} {count} of {bound}</source>
        <translation>{severity} {count}/{bound}</translation>
    </message>
    <message>
        <source>{severity} {count} of {bound} ({points} struck)</source>
        <translation>{severity} {count}/{bound}（{points} 已剔除）</translation>
    </message>
    <message>
        <source>{severity} {count} of {bound} ({points} counted)</source>
        <translation>{severity} {count}/{bound}（已计 {points}）</translation>
    </message>
    <message>
        <source>{severity} {count} of {bound} (1 more: {points})</source>
        <translation>{severity} {count}/{bound}（再有 1 次：{points}）</translation>
    </message>
    <message>
        <source>No entries this month</source>
        <translation>本月暂无记录</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Making the demonstration team</source>
        <translation>正在生成演示团队</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>搜索 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>TellDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ViewChoices</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Noto Sans (comes with csdesk)</source>
        <translation>思源黑体（随 csdesk 提供）</translation>
    </message>
    <message>
        <source>The system&apos;s font</source>
        <translation>系统字体</translation>
    </message>
</context>
<context>
    <name>VoidDialog</name>
    <message>
        <source>Void this entry</source>
        <translation>作废记录</translation>
    </message>
    <message>
        <source>Void {count} entries</source>
        <translation>作废 {count} 条记录</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>For example: logged twice</source>
        <translation>例如：重复登记</translation>
    </message>
    <message>
        <source>A voided entry no longer counts, but stays readable with its reason.</source>
        <translation>作废后不再计分，但记录和原因仍可查看。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
</context>
<context>
    <name>WelcomeWindow</name>
    <message>
        <source>Welcome to csdesk</source>
        <translation>欢迎使用 csdesk</translation>
    </message>
    <message>
        <source>One file holds a team: its people, the log of the day, the month-end appraisal. Make a file for your team, open one that a colleague uses, or look around with a made-up team.</source>
        <translation>一个文件保存一个团队的全部内容：人员、日常记录和月末考核。可以为自己的团队新建文件，打开同事正在使用的文件，或先用虚构的演示团队看一看。</translation>
    </message>
    <message>
        <source>New team …</source>
        <translation>新建团队…</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Open a team file</source>
        <translation>打开团队文件</translation>
    </message>
    <message>
        <source>Team files (*.csdesk)</source>
        <translation>团队文件 (*.csdesk)</translation>
    </message>
</context>
<context>
    <name>_RunRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>stopping …</source>
        <translation>正在停止…</translation>
    </message>
</context>
</TS>
