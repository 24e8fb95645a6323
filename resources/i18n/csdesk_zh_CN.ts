<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdjustDialog</name>
    <message>
        <source>Adjust {name}&apos;s score</source>
        <translation>调整{name}的得分</translation>
    </message>
    <message>
        <source>Once a month, up to {limit} points up or down.</source>
        <translation>每月一次，最多加减{limit}分。</translation>
    </message>
    <message>
        <source>Given so far: {points}, {reason}</source>
        <translation>现有调整：{points}，{reason}</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>For example: took over the new system&apos;s training</source>
        <translation>例如：承担新系统培训</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销调整</translation>
    </message>
    <message>
        <source>Take the adjustment back, with a reason</source>
        <translation>填写原因后撤销现有调整</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Score {before} → {after}, grade {grade} as before</source>
        <translation>得分 {before} → {after}，等级仍为 {grade}</translation>
    </message>
    <message>
        <source>Score {before} → {after}, grade {grade_before} → {grade}</source>
        <translation>得分 {before} → {after}，等级 {grade_before} → {grade}</translation>
    </message>
    <message>
        <source>pay {before} → {after} yuan</source>
        <translation>绩效 {before} → {after} 元</translation>
    </message>
    <message>
        <source>{score}, {pay}</source>
        <translation>{score}，{pay}</translation>
    </message>
</context>
<context>
    <name>AppraisalPage</name>
    <message>
        <source>Preview…</source>
        <translation>预览…</translation>
    </message>
    <message>
        <source>Print the selected…</source>
        <translation>打印所选…</translation>
    </message>
    <message>
        <source>Adjust ±{limit}…</source>
        <translation>调整 ±{limit}…</translation>
    </message>
    <message>
        <source>Mark as signed…</source>
        <translation>登记签回…</translation>
    </message>
    <message>
        <source>Adjust…</source>
        <translation>调整…</translation>
    </message>
    <message>
        <source>Nobody is appraised by points in {month}.</source>
        <translation>{month}没有参加积分考核的人员。</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Strike line…</source>
        <translation>剔除…</translation>
    </message>
    <message>
        <source>Give the month&apos;s discretionary points (F2)</source>
        <translation>给予当月考核调整（F2）</translation>
    </message>
    <message>
        <source>Choose a line that the program added, to strike it (Del)</source>
        <translation>选中自动计分项即可剔除（Del）</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>Type minutes into Late or Left early; space marks Absent; Enter goes on, Delete empties.</source>
        <translation>在“迟到”“早退”栏直接输入分钟数；空格键标记旷工；回车到下一行，Delete 键清空。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>早退</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>旷工</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing of this day is to be logged.</source>
        <translation>当天没有待记分的事项。</translation>
    </message>
    <message>
        <source>{weekday}, {day}</source>
        <translation>{day} {weekday}</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count}人</translation>
    </message>
    <message>
        <source>{count} of {all} people</source>
        <translation>{count} / {all}人</translation>
    </message>
    <message>
        <source>{count} late</source>
        <translation>迟到{count}人</translation>
    </message>
    <message>
        <source>{count} absent</source>
        <translation>旷工{count}人</translation>
    </message>
    <message>
        <source>Search by name, pinyin, initials or number; Esc empties the search.</source>
        <translation>可按姓名、拼音、首字母或工号搜索；按 Esc 清空搜索。</translation>
    </message>
    <message>
        <source>Nobody with a shift on this day fits</source>
        <translation>当天当班人员中没有符合的人</translation>
    </message>
    <message>
        <source>Nobody has a shift on this day</source>
        <translation>当天没有人排班</translation>
    </message>
    <message>
        <source>The sheet has a row for everybody on the roster: plan the day under Roster, Shifts.</source>
        <translation>考勤表按排班列出当班人员，请先在“排班”的“排班表”页排好当天的班。</translation>
    </message>
    <message>
        <source>Not logged</source>
        <translation>未记分</translation>
    </message>
</context>
<context>
    <name>AttendanceWords</name>
    <message>
        <source>Annual leave</source>
        <translation>年假</translation>
    </message>
    <message>
        <source>Sick leave</source>
        <translation>病假</translation>
    </message>
    <message>
        <source>Personal leave</source>
        <translation>事假</translation>
    </message>
    <message>
        <source>Other leave</source>
        <translation>其他假</translation>
    </message>
    <message>
        <source>{leave}, {hours} h</source>
        <translation>{leave}{hours}小时</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>旷工</translation>
    </message>
    <message>
        <source>{minutes} min late</source>
        <translation>迟到{minutes}分钟</translation>
    </message>
    <message>
        <source>left {minutes} min early</source>
        <translation>早退{minutes}分钟</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>出勤</translation>
    </message>
    <message>
        <source>No shift any more</source>
        <translation>已无班次</translation>
    </message>
    <message>
        <source>to log</source>
        <translation>待记分</translation>
    </message>
    <message>
        <source>logged</source>
        <translation>已记分</translation>
    </message>
    <message>
        <source>Late, left early</source>
        <translation>迟到、早退</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>早退</translation>
    </message>
</context>
<context>
    <name>AverageCard</name>
    <message>
        <source>Save the chart as a picture…</source>
        <translation>将图表存为图片…</translation>
    </message>
    <message>
        <source>dashed line: base {base}</source>
        <translation>虚线为基础分 {base}</translation>
    </message>
    <message>
        <source>Team average over 12 months</source>
        <translation>近12个月全员平均分</translation>
    </message>
</context>
<context>
    <name>CalendarActions</name>
    <message>
        <source>Undo in the roster</source>
        <translation>撤销排班改动</translation>
    </message>
    <message>
        <source>Redo in the roster</source>
        <translation>重做排班改动</translation>
    </message>
    <message>
        <source>Shifts…</source>
        <translation>班次…</translation>
    </message>
    <message>
        <source>Copy a week…</source>
        <translation>复制一周…</translation>
    </message>
    <message>
        <source>Rotation…</source>
        <translation>轮班…</translation>
    </message>
    <message>
        <source>Fill automatically…</source>
        <translation>自动排班…</translation>
    </message>
    <message>
        <source>Days…</source>
        <translation>节假日…</translation>
    </message>
</context>
<context>
    <name>CalendarCover</name>
    <message>
        <source>Cover</source>
        <translation>在岗人数</translation>
    </message>
    <message>
        <source>{day}, {code}: {have} of {need}</source>
        <translation>{day}，{code}：{have} / 需{need}人</translation>
    </message>
    <message>
        <source>{day}, {code}: {have}</source>
        <translation>{day}，{code}：{have}人</translation>
    </message>
    <message>
        <source>Cover of the shifts by day: have / need</source>
        <translation>各班次每日在岗人数：已排 / 需要</translation>
    </message>
    <message>
        <source>How many work the shift on the day / how many it takes</source>
        <translation>当天该班次已排人数 / 需要人数</translation>
    </message>
</context>
<context>
    <name>CalendarFinder</name>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部组别</translation>
    </message>
    <message>
        <source>Undo the last change of the roster (Ctrl+Z)</source>
        <translation>撤销上一步排班改动（Ctrl+Z）</translation>
    </message>
</context>
<context>
    <name>CalendarGrid</name>
    <message>
        <source>Nothing is pasted: “{text}” in row {row}, column {column} of the block is no shift&apos;s code.</source>
        <translation>未粘贴：所复制内容第{row}行第{column}列的“{text}”不是班次代码。</translation>
    </message>
    <message>
        <source>Nothing is pasted: {rows} rows and {days} days do not fit from here on.</source>
        <translation>未粘贴：从这里起放不下{rows}行、{days}天。</translation>
    </message>
    <message>
        <source>“{typed}” is no shift&apos;s code.</source>
        <translation>“{typed}”不是班次代码。</translation>
    </message>
</context>
<context>
    <name>CalendarNote</name>
    <message>
        <source>{month} is closed: its roster can be read, but not changed.</source>
        <translation>{month}已月结，排班只能查看，不能修改。</translation>
    </message>
    <message>
        <source>The holidays of {year} are estimated: official notices are known through {known}. Days… sets what is known otherwise.</source>
        <translation>{year}年的节假日为推算：官方放假通知目前只到{known}年。已知的安排可在“节假日…”中手动设置。</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>1 person</source>
        <translation>1人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count}人</translation>
    </message>
    <message>
        <source>{count} of {all} people</source>
        <translation>{count} / {all}人</translation>
    </message>
    <message>
        <source>Roster of {month}</source>
        <translation>{month}排班</translation>
    </message>
    <message>
        <source>Nobody is employed in this month</source>
        <translation>本月没有在职人员</translation>
    </message>
    <message>
        <source>The roster has a row for everybody on the staff file.</source>
        <translation>人员名单中的每个人在排班表中占一行。</translation>
    </message>
    <message>
        <source>Go to People</source>
        <translation>转到人员</translation>
    </message>
    <message>
        <source>No shifts yet: define the first</source>
        <translation>还没有班次，请先新建</translation>
    </message>
    <message>
        <source>A shift has a code that you type into the calendar, times, a break, and how many it takes.</source>
        <translation>班次包括在排班表中输入的代码、起止时间、休息时间和所需人数。</translation>
    </message>
    <message>
        <source>Define a shift…</source>
        <translation>新建班次…</translation>
    </message>
    <message>
        <source>{count} cells selected: {people} people, {days} days</source>
        <translation>已选{count}格：{people}人，{days}天</translation>
    </message>
</context>
<context>
    <name>CalendarProblems</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>nothing is wrong</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>click one to go to its cell</source>
        <translation>点击即可跳到对应格子</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1个问题</translation>
    </message>
    <message>
        <source>{count} problems</source>
        <translation>{count}个问题</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>CalendarSurface</name>
    <message>
        <source>No.</source>
        <comment>an employee&apos;s number, over a narrow column</comment>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>hol.</source>
        <comment>holiday, over a day of the calendar; as short as can be</comment>
        <translation>休</translation>
    </message>
    <message>
        <source>work</source>
        <comment>a weekend day worked to make up for a holiday; as short as can be</comment>
        <translation>班</translation>
    </message>
    <message>
        <source>ann.</source>
        <comment>annual leave, in a cell; as short as can be</comment>
        <translation>年假</translation>
    </message>
    <message>
        <source>sick</source>
        <comment>sick leave, in a cell; as short as can be</comment>
        <translation>病假</translation>
    </message>
    <message>
        <source>pers.</source>
        <comment>personal leave, in a cell; as short as can be</comment>
        <translation>事假</translation>
    </message>
    <message>
        <source>leave</source>
        <comment>other leave, in a cell; as short as can be</comment>
        <translation>请假</translation>
    </message>
    <message>
        <source>Roster of the month</source>
        <translation>本月排班</translation>
    </message>
</context>
<context>
    <name>CalendarWork</name>
    <message>
        <source>1 cell of the roster was set</source>
        <translation>已更改1格排班</translation>
    </message>
    <message>
        <source>{count} cells of the roster were set</source>
        <translation>已更改{count}格排班</translation>
    </message>
</context>
<context>
    <name>CellWords</name>
    <message>
        <source>public holiday</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>worked to make up for a holiday</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>the year&apos;s notice is not known yet</source>
        <translation>该年放假通知尚未公布</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>not employed on this day</source>
        <translation>当天不在职</translation>
    </message>
    <message>
        <source>by swap no. {number}</source>
        <translation>第{number}号换班</translation>
    </message>
    <message>
        <source>annual leave</source>
        <translation>年假</translation>
    </message>
    <message>
        <source>sick leave</source>
        <translation>病假</translation>
    </message>
    <message>
        <source>personal leave</source>
        <translation>事假</translation>
    </message>
    <message>
        <source>other leave</source>
        <translation>其他请假</translation>
    </message>
    <message>
        <source>{leave}, {hours} hours</source>
        <translation>{leave}{hours}小时</translation>
    </message>
    <message>
        <source>{leave}, not approved yet</source>
        <translation>{leave}（待批准）</translation>
    </message>
</context>
<context>
    <name>ChangeSwapDialog</name>
    <message>
        <source>Change swap no. {number}</source>
        <translation>修改第{number}号换班</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CopyWeekDialog</name>
    <message>
        <source>Copy a week</source>
        <translation>复制一周</translation>
    </message>
    <message>
        <source>What is planned from Monday to Sunday replaces what stands in the other week. It can be undone.</source>
        <translation>将所选周一至周日的排班复制过去，并替换目标周原有的排班。此操作可以撤销。</translation>
    </message>
    <message>
        <source>From the week of</source>
        <translation>从哪一周</translation>
    </message>
    <message>
        <source>To the week of</source>
        <translation>到哪一周</translation>
    </message>
    <message>
        <source>For</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy the week</source>
        <translation>复制</translation>
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
        <translation>已选{count}行</translation>
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
    <name>DayBar</name>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Choose from a calendar (Alt+Down)</source>
        <translation>从日历中选择（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>DaysDialog</name>
    <message>
        <source>Days set by hand</source>
        <translation>手动设置的日期</translation>
    </message>
    <message>
        <source>The calendar follows the official notices, known through {year}. Set a day here where your office goes by another arrangement, or where a notice came out later.</source>
        <translation>日历以官方放假通知为准，目前已知到{year}年。单位另有安排，或之后又有新通知时，请在此逐日设置。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Name of the holiday</source>
        <translation>节日名称</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>No day is set by hand</source>
        <translation>没有手动设置的日期</translation>
    </message>
    <message>
        <source>Every day is as the official notice has it.</source>
        <translation>每天均以官方通知为准。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取消设置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Set the day</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>a public holiday</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>a make-up working day</source>
        <translation>调休上班日</translation>
    </message>
    <message>
        <source>an ordinary working day</source>
        <translation>普通工作日</translation>
    </message>
    <message>
        <source>an ordinary day off</source>
        <translation>普通休息日</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>{name} adjusted by {points}.</source>
        <translation>已为{name}调整{points}分。</translation>
    </message>
    <message>
        <source>{name}&apos;s adjustment is withdrawn.</source>
        <translation>已撤销{name}的考核调整。</translation>
    </message>
    <message>
        <source>{code} stands again on {name}&apos;s sheet.</source>
        <translation>已在{name}的考核表中恢复 {code}。</translation>
    </message>
    <message>
        <source>{code} is struck from {name}&apos;s sheet.</source>
        <translation>已从{name}的考核表中剔除 {code}。</translation>
    </message>
    <message>
        <source>1 sheet marked as signed.</source>
        <translation>已登记1份考核表签回。</translation>
    </message>
    <message>
        <source>{count} sheets marked as signed.</source>
        <translation>已登记{count}份考核表签回。</translation>
    </message>
    <message>
        <source>Close {month}</source>
        <translation>{month}月结</translation>
    </message>
    <message>
        <source>Closing keeps the result of {month} as it stands now: from then on no entry, adjustment or strike of the month can change, and sheets printed afterwards carry a check code. Only the manager can reopen it.</source>
        <translation>月结将留存{month}的现有结果：此后当月的记录、调整和剔除均不能再改动，之后打印的考核表带有校验码。只有经理可以重新打开。</translation>
    </message>
    <message>
        <source>Still open: {things}.</source>
        <translation>尚未完成：{things}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Close the month</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>1 complaint undecided</source>
        <translation>1件客诉未认定</translation>
    </message>
    <message>
        <source>{count} complaints undecided</source>
        <translation>{count}件客诉未认定</translation>
    </message>
    <message>
        <source>1 sheet not printed</source>
        <translation>1份考核表未打印</translation>
    </message>
    <message>
        <source>{count} sheets not printed</source>
        <translation>{count}份考核表未打印</translation>
    </message>
    <message>
        <source>1 printed sheet stale</source>
        <translation>1份已打印的考核表已过期</translation>
    </message>
    <message>
        <source>{count} printed sheets stale</source>
        <translation>{count}份已打印的考核表已过期</translation>
    </message>
    <message>
        <source>1 sheet not signed</source>
        <translation>1份考核表未签回</translation>
    </message>
    <message>
        <source>{count} sheets not signed</source>
        <translation>{count}份考核表未签回</translation>
    </message>
    <message>
        <source>{month} is not closed</source>
        <translation>{month}尚未月结</translation>
    </message>
    <message>
        <source>{month} is closed.</source>
        <translation>{month}已月结。</translation>
    </message>
    <message>
        <source>Could not be undone</source>
        <translation>未能撤销</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>Undone at once</source>
        <translation>当即撤销</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>No change of shift on this day</source>
        <translation>当天没有交接班</translation>
    </message>
    <message>
        <source>Handovers are due where the roster has one shift relieve another.</source>
        <translation>排班中一个班次接替另一个班次时，须办理交接。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>交班人员</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>接班人员</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>DutyActions</name>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Go to what is to be logged</source>
        <translation>转到待记分事项</translation>
    </message>
    <message>
        <source>Sign for handing over</source>
        <translation>交班人签字</translation>
    </message>
    <message>
        <source>Sign for taking over</source>
        <translation>接班人签字</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>拒绝接收…</translation>
    </message>
    <message>
        <source>Close problem…</source>
        <translation>办结遗留问题…</translation>
    </message>
    <message>
        <source>Print a blank form…</source>
        <translation>打印空白表…</translation>
    </message>
</context>
<context>
    <name>DutyPage</name>
    <message>
        <source>Logged: {name}, {code} {points}</source>
        <translation>已记分：{name}，{code} {points}</translation>
    </message>
    <message>
        <source>Entered by mistake (undone at once)</source>
        <translation>误录（当即撤销）</translation>
    </message>
    <message>
        <source>Could not be undone</source>
        <translation>未能撤销</translation>
    </message>
    <message>
        <source>Undone: the entry is voided.</source>
        <translation>已撤销，该记录已作废。</translation>
    </message>
</context>
<context>
    <name>DutyWriting</name>
    <message>
        <source>Not printed</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>Paper (*.pdf)</source>
        <translation>纸质表单 (*.pdf)</translation>
    </message>
    <message>
        <source>Some characters cannot be printed</source>
        <translation>部分文字无法打印</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Printed: {file}</source>
        <translation>已打印：{file}</translation>
    </message>
    <message>
        <source>Writing the workbook</source>
        <translation>正在生成工作簿</translation>
    </message>
    <message>
        <source>Exported: {file}</source>
        <translation>已导出：{file}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>EffectWords</name>
    <message>
        <source>This goes to {month}.</source>
        <translation>这条记录计入{month}。</translation>
    </message>
    <message>
        <source>The entry is kept, but changes no score.</source>
        <translation>此记录会保存，但不计分。</translation>
    </message>
    <message>
        <source>Dismissal offence: no points, but {name} is flagged for the manager&apos;s decision.</source>
        <translation>辞退项：不扣分，将提请经理对{name}作出决定。</translation>
    </message>
    <message>
        <source>{nth} {severity} offence this month: another {points} at month-end.</source>
        <translation>本月第{nth}次{severity}违规：月末将再扣{size}分。</translation>
    </message>
    <message>
        <source>{nth} {severity} offence this month; one more brings another {points} at month-end.</source>
        <translation>本月第{nth}次{severity}违规，再有1次，月末将另扣{size}分。</translation>
    </message>
    <message>
        <source>{nth} {severity} offence this month.</source>
        <translation>本月第{nth}次{severity}违规。</translation>
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
        <translation>得分仍为{score}，已是最高分。</translation>
    </message>
    <message>
        <source>Score stays {score}, the lowest there is.</source>
        <translation>得分仍为{score}，已是最低分。</translation>
    </message>
    <message>
        <source>Score stays {score}: it was above the limit.</source>
        <translation>得分仍为{score}：原始分仍高于上限。</translation>
    </message>
    <message>
        <source>Score stays {score}.</source>
        <translation>得分仍为{score}。</translation>
    </message>
    <message>
        <source>Flag for the manager: {flags}.</source>
        <translation>提请经理关注：{flags}。</translation>
    </message>
    <message>
        <source>One entry for each of {count} people.</source>
        <translation>为{count}人各记一条。</translation>
    </message>
    <message>
        <source>Another {points} at month-end for {names}.</source>
        <translation>{names}月末将再扣{size}分。</translation>
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
        <source>Not appraised by points: {names}.</source>
        <translation>不参加积分考核：{names}。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等（另有{count}人）</translation>
    </message>
</context>
<context>
    <name>EntriesCard</name>
    <message>
        <source>All months</source>
        <translation>全部月份</translation>
    </message>
    <message>
        <source>Show voided</source>
        <translation>显示已作废</translation>
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
        <translation>找到{count}条</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1条</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count}条</translation>
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
        <translation>先输入姓名拼音的几个字母，再输入条款的几个字；按 Ctrl+回车或逗号可同时为多人记录。</translation>
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
        <translation>{minutes}分钟 · {title}</translation>
    </message>
    <message>
        <source>Voided by {by}, {when}: {reason}</source>
        <translation>{by}于 {when} 作废：{reason}</translation>
    </message>
    <message>
        <source>Entered by {by}, {when}</source>
        <translation>{by}于 {when} 记录</translation>
    </message>
    <message>
        <source>Corrects {entry}: {reason}</source>
        <translation>更正 {entry}：{reason}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export {month} for HR</source>
        <translation>导出{month}考核给人事</translation>
    </message>
    <message>
        <source>Language of the workbook</source>
        <translation>工作簿语言</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where the workbook goes</source>
        <translation>工作簿保存到</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Chinese and English</source>
        <translation>中英对照</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>This file is there already and will be replaced.</source>
        <translation>该文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>Name the file that the workbook goes to.</source>
        <translation>请填写工作簿要保存成的文件。</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Writing the workbook</source>
        <translation>正在生成工作簿</translation>
    </message>
    <message>
        <source>Exported: {file}</source>
        <translation>已导出：{file}</translation>
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
        <translation>另有{count}项。</translation>
    </message>
    <message>
        <source>The file is not sound</source>
        <translation>文件有问题</translation>
    </message>
</context>
<context>
    <name>FillDialog</name>
    <message>
        <source>Fill {month} automatically</source>
        <translation>自动排班：{month}</translation>
    </message>
    <message>
        <source>Time of the search that is used</source>
        <translation>计算已用时间</translation>
    </message>
    <message>
        <source>What the proposal leaves undone</source>
        <translation>方案未能满足的事项</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>未满足</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Search for a roster</source>
        <translation>开始计算</translation>
    </message>
    <message>
        <source>Accept the proposal</source>
        <translation>采用此方案</translation>
    </message>
    <message>
        <source>Every shift has its people already: there is nothing to fill.</source>
        <translation>各班次人员均已排足，无需再排。</translation>
    </message>
    <message>
        <source>No empty cell can be filled without breaking a rule. What is missing stands below.</source>
        <translation>再排任何空班都会违反排班规则，所缺人员列于下方。</translation>
    </message>
    <message>
        <source>No roster can meet all needs. This one leaves as few people short as possible; see below.</source>
        <translation>无法满足全部人数需求；此方案所缺人数已是最少，明细见下。</translation>
    </message>
    <message>
        <source>Not all needs are met. Whether more can be met was not clear when time ran out; see below.</source>
        <translation>人数需求未全部满足；限定时间内未能确认能否排得更好，明细见下。</translation>
    </message>
    <message>
        <source>Every shift has its people. The wishes below are not met.</source>
        <translation>各班次人员均已排足，以下意愿未能满足。</translation>
    </message>
    <message>
        <source>Every shift has its people, and every wish is met.</source>
        <translation>各班次人员均已排足，意愿全部满足。</translation>
    </message>
</context>
<context>
    <name>FillWishes</name>
    <message>
        <source>Wish of</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Would like</source>
        <translation>希望</translation>
    </message>
    <message>
        <source>the day off</source>
        <translation>当天休息</translation>
    </message>
    <message>
        <source>Add the wish</source>
        <translation>添加意愿</translation>
    </message>
    <message>
        <source>Remove the wish</source>
        <translation>删除意愿</translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation>意愿</translation>
    </message>
    <message>
        <source>A day from {first} to {last} is needed here.</source>
        <translation>请填写{first}至{last}之间的日期。</translation>
    </message>
</context>
<context>
    <name>FillWords</name>
    <message>
        <source>the day off</source>
        <translation>当天休息</translation>
    </message>
    <message>
        <source>{name} wished: {wish}</source>
        <translation>{name}希望：{wish}</translation>
    </message>
    <message>
        <source>Shift {shift}: 1 person short</source>
        <translation>{shift}：缺1人</translation>
    </message>
    <message>
        <source>Shift {shift}: {count} people short</source>
        <translation>{shift}：缺{count}人</translation>
    </message>
    <message>
        <source>From {first} to {last}, shifts are given to {people} people (agents, training specialists and team leads) where a cell is empty. What stands in a cell, by hand or by a swap, stays as it is.</source>
        <translation>从{first}到{last}，为{people}人（客服专员、培训专员、组长）排班，只填空白的格子。已有的班次，无论手工填写还是换班所得，均保持不变。</translation>
    </message>
    <message>
        <source>Kept without exception: one shift a day, at most {hours} hours of work, at least {rest} hours of rest between shifts, at most {run} days in a row, approved leave.</source>
        <translation>严格遵守：每天最多一班，工时不超过{hours}小时，两班之间至少休息{rest}小时，连续上班不超过{run}天，已批准的请假照休。</translation>
    </message>
    <message>
        <source>Sought, in this order: every shift has its people ({missing} missing now); wishes, and leave that is asked for but not decided; a fair share of nights, weekends and holidays for everybody.</source>
        <translation>依次力求：各班次人数排足（目前缺{missing}人次）；满足意愿及尚未审批的请假；夜班、周末和节假日分配均匀。</translation>
    </message>
    <message>
        <source>This takes up to {seconds} seconds. Nothing is written before you accept the proposal.</source>
        <translation>最长需要{seconds}秒。采用方案之前，不会写入任何内容。</translation>
    </message>
    <message>
        <source>Best so far: 1 person short</source>
        <translation>目前最佳方案：缺1人次</translation>
    </message>
    <message>
        <source>Best so far: {count} people short</source>
        <translation>目前最佳方案：缺{count}人次</translation>
    </message>
    <message>
        <source>Best so far: every need is met, 1 wish is not</source>
        <translation>目前最佳方案：人员已排足，1项意愿未满足</translation>
    </message>
    <message>
        <source>Best so far: every need is met, {count} wishes are not</source>
        <translation>目前最佳方案：人员已排足，{count}项意愿未满足</translation>
    </message>
    <message>
        <source>1 empty cell is filled.</source>
        <translation>共排1个班。</translation>
    </message>
    <message>
        <source>{count} empty cells are filled, all for one person.</source>
        <translation>共排{count}个班，均为同一人。</translation>
    </message>
    <message>
        <source>{count} empty cells are filled: {people} people are given {least} to {most} shifts each.</source>
        <translation>共排{count}个班：{people}人，每人{least}至{most}个。</translation>
    </message>
    <message>
        <source>Best so far: every need is met; shares are being evened out</source>
        <translation>目前最佳方案：人员已排足，正在均衡分配</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message>
        <source>The month cannot be filled automatically</source>
        <translation>本月无法自动排班</translation>
    </message>
    <message>
        <source>Filling the roster</source>
        <translation>正在自动排班</translation>
    </message>
    <message>
        <source>1 cell of the roster was filled; Ctrl+Z empties it again</source>
        <translation>已排1个班，按 Ctrl+Z 可撤销</translation>
    </message>
    <message>
        <source>{count} cells of the roster were filled; Ctrl+Z empties them again</source>
        <translation>已排{count}个班，按 Ctrl+Z 可撤销</translation>
    </message>
</context>
<context>
    <name>ForWhom</name>
    <message>
        <source>the {count} selected people</source>
        <translation>选中的{count}人</translation>
    </message>
    <message>
        <source>all {count} people that are shown</source>
        <translation>列出的全部{count}人</translation>
    </message>
</context>
<context>
    <name>GradesCard</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Save the chart as a picture…</source>
        <translation>将图表存为图片…</translation>
    </message>
    <message>
        <source>Nobody is appraised this month.</source>
        <translation>本月没有参加考核的人员。</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>没有人员</translation>
    </message>
    <message>
        <source>Nobody has this grade in the month.</source>
        <translation>本月没有人员评为此等级。</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count}人</translation>
    </message>
    <message>
        <source>Grades in {month}</source>
        <translation>{month}等级分布</translation>
    </message>
    <message>
        <source>Grade {letter}: {count}</source>
        <translation>{letter} 级：{count}人</translation>
    </message>
    <message>
        <source>Everybody. Click a bar to see its people.</source>
        <translation>全部人员（点击柱形可只看该等级）</translation>
    </message>
</context>
<context>
    <name>HandoverForm</name>
    <message>
        <source>From shift</source>
        <translation>交班班次</translation>
    </message>
    <message>
        <source>To shift</source>
        <translation>接班班次</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>State of the equipment</source>
        <translation>设备状况</translation>
    </message>
    <message>
        <source>Open or difficult problems, one a line</source>
        <translation>遗留或疑难问题（每行一项）</translation>
    </message>
    <message>
        <source>Staff changes and swaps</source>
        <translation>人员变动与换班</translation>
    </message>
    <message>
        <source>Other notes</source>
        <translation>其他说明</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>姓名或工号</translation>
    </message>
    <message>
        <source>For example: all in order</source>
        <translation>例如：一切正常</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Print a blank form (Ctrl+P)</source>
        <translation>打印空白交接记录表（Ctrl+P）</translation>
    </message>
    <message>
        <source>Record the handover (Ctrl+Enter)</source>
        <translation>登记交接记录（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Handover on {day}</source>
        <translation>{day}交接记录</translation>
    </message>
</context>
<context>
    <name>HandoverPage</name>
    <message>
        <source>No handover of this day is to be logged.</source>
        <translation>当天的交接没有待记分的事项。</translation>
    </message>
    <message>
        <source>{weekday}, {day}</source>
        <translation>{day} {weekday}</translation>
    </message>
    <message>
        <source>1 change of shift</source>
        <translation>交接1次</translation>
    </message>
    <message>
        <source>{count} changes of shift</source>
        <translation>交接{count}次</translation>
    </message>
</context>
<context>
    <name>HandoverRecord</name>
    <message>
        <source>New record</source>
        <translation>新建记录</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print this handover (Ctrl+P)</source>
        <translation>打印这份交接记录（Ctrl+P）</translation>
    </message>
    <message>
        <source>The relief refused this record: {reason}</source>
        <translation>接班人拒绝接收此记录：{reason}</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备状况</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>遗留问题</translation>
    </message>
    <message>
        <source>Staff changes</source>
        <translation>人员变动</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>其他说明</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <translation>{day}办结</translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message>
        <source>Missing</source>
        <translation>缺记录</translation>
    </message>
    <message>
        <source>To be written</source>
        <translation>待填写</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒收</translation>
    </message>
    <message>
        <source>Signed by both</source>
        <translation>双方已签</translation>
    </message>
    <message>
        <source>To be taken over</source>
        <translation>待接班人签字</translation>
    </message>
    <message>
        <source>To be signed</source>
        <translation>待签字</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>{name}, not signed yet</source>
        <translation>{name}，未签字</translation>
    </message>
    <message>
        <source>{name}, signed {when}</source>
        <translation>{name}，{when}签字</translation>
    </message>
</context>
<context>
    <name>HandoverWork</name>
    <message>
        <source>Recorded: {handover}. Now both sign.</source>
        <translation>已登记：{handover}，请双方签字。</translation>
    </message>
    <message>
        <source>{name} has signed: {handover}</source>
        <translation>{name}已签字：{handover}</translation>
    </message>
    <message>
        <source>Refuse this handover</source>
        <translation>拒绝接收此交接记录</translation>
    </message>
    <message>
        <source>For example: the equipment list is not filled in</source>
        <translation>例如：设备状况填写不全</translation>
    </message>
    <message>
        <source>refused: {handover}</source>
        <translation>交接记录被拒收：{handover}</translation>
    </message>
    <message>
        <source>no record: {handover}</source>
        <translation>无交接记录：{handover}</translation>
    </message>
    <message>
        <source>Not logged</source>
        <translation>未记分</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝接收</translation>
    </message>
    <message>
        <source>Refused: {handover}</source>
        <translation>已拒收：{handover}</translation>
    </message>
    <message>
        <source>Close this problem</source>
        <translation>办结此问题</translation>
    </message>
    <message>
        <source>How it ended (may stay empty)</source>
        <translation>处理结果（可不填）</translation>
    </message>
    <message>
        <source>For example: refund arrived, customer called back</source>
        <translation>例如：退款已到账，已回电客户</translation>
    </message>
    <message>
        <source>Close problem</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Closed: {problem}</source>
        <translation>已办结：{problem}</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>未签字</translation>
    </message>
    <message>
        <source>Save the handover form</source>
        <translation>保存交接记录表</translation>
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
    <name>HistoryWords</name>
    <message>
        <source>{when} · {by}</source>
        <translation>{when} · {by}</translation>
    </message>
    <message>
        <source>Imported from a workbook</source>
        <translation>由工作簿导入</translation>
    </message>
    <message>
        <source>Added to the staff file</source>
        <translation>录入人员资料</translation>
    </message>
    <message>
        <source>Changed by an import:</source>
        <translation>导入时更改：</translation>
    </message>
    <message>
        <source>Saved without a change</source>
        <translation>已保存，内容无变化</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Probation until</source>
        <translation>转正日期</translation>
    </message>
    <message>
        <source>Base salary</source>
        <translation>基本工资</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>离职日期</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>{field}: {new}</source>
        <translation>{field}：{new}</translation>
    </message>
    <message>
        <source>{field} removed (was {old})</source>
        <translation>已清除{field}（原为 {old}）</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}：{old} → {new}</translation>
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
    <name>IntakeDialog</name>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>导入内容</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Open workbook</source>
        <translation>打开工作簿</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Save list…</source>
        <translation>保存清单…</translation>
    </message>
    <message>
        <source>Reading and checking…</source>
        <translation>正在读取并检查…</translation>
    </message>
    <message>
        <source>Writing: {done} of {total} rows</source>
        <translation>正在写入：{done}/{total}行</translation>
    </message>
    <message>
        <source>{done} of {total} rows</source>
        <translation>已读取{done}/{total}行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No program here opens workbooks. Open {file} yourself.</source>
        <translation>本机没有可打开工作簿的程序，请自行打开 {file}。</translation>
    </message>
    <message>
        <source>{workbook}-faults.txt</source>
        <translation>{workbook}-错误清单.txt</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Another window has changed the file meanwhile, so nothing was imported yet.</source>
        <translation>检查之后另一窗口修改了文件，因此尚未导入任何内容。</translation>
    </message>
    <message>
        <source>Cancelled: nothing was imported.</source>
        <translation>已取消，未导入任何内容。</translation>
    </message>
</context>
<context>
    <name>IntakeWords</name>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>错误说明</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>1 fault. Nothing is imported until it is corrected in the workbook and checked again.</source>
        <translation>有1处错误，更正之前不会导入任何内容。请在工作簿中更正，然后重新检查。</translation>
    </message>
    <message>
        <source>{count} faults. Nothing is imported until they are corrected in the workbook and checked again.</source>
        <translation>有{count}处错误，全部更正之前不会导入任何内容。请在工作簿中更正，然后重新检查。</translation>
    </message>
    <message>
        <source>Everything is in order. {rows} will be imported.</source>
        <translation>没有错误，将导入{rows}。</translation>
    </message>
    <message>
        <source>Nothing is new: {rows} were already here.</source>
        <translation>没有新内容：{rows}此前均已导入。</translation>
    </message>
    <message>
        <source>The workbook holds no rows to import.</source>
        <translation>工作簿中没有可导入的内容。</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1行</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count}行</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import {rows}</source>
        <translation>导入{rows}</translation>
    </message>
    <message>
        <source>Sheets not yet read by this version: {names}</source>
        <translation>本版本尚不读取的工作表：{names}</translation>
    </message>
    <message>
        <source>Sheets not recognised, skipped: {names}</source>
        <translation>名称无法识别、已跳过的工作表：{names}</translation>
    </message>
    <message>
        <source>Columns not recognised, skipped: {names}</source>
        <translation>名称无法识别、已跳过的列：{names}</translation>
    </message>
    <message>
        <source>{column} ({sheet})</source>
        <translation>{column}（{sheet}）</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增{count}行</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>更改{count}行</translation>
    </message>
    <message>
        <source>{count} already here</source>
        <translation>已有{count}行</translation>
    </message>
    <message>
        <source>Imported {file}: {parts}</source>
        <translation>已导入 {file}：{parts}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>IntakeWork</name>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
    <message>
        <source>Checking {file}</source>
        <translation>正在检查 {file}</translation>
    </message>
</context>
<context>
    <name>LateWagesCard</name>
    <message>
        <source>Copy the statement</source>
        <translation>复制此表</translation>
    </message>
    <message>
        <source>A statement for HR; csdesk pays nobody. Per cent of the base salary.</source>
        <translation>仅供人事参考，本软件不发放工资。比例按基本工资计算。</translation>
    </message>
    <message>
        <source>Nobody came late</source>
        <translation>无人迟到</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Yuan</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>No base salary on the staff file</source>
        <translation>人员档案中未填写基本工资</translation>
    </message>
    <message>
        <source>Late arrivals, {month}</source>
        <translation>{month}迟到扣款</translation>
    </message>
</context>
<context>
    <name>LeaveActions</name>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>拒绝…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
</context>
<context>
    <name>LeaveCard</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Refused or withdrawn</source>
        <translation>已拒绝或撤回</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Called at</source>
        <translation>来电时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1条</translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation>{count}条</translation>
    </message>
    <message>
        <source>Leave in {month}</source>
        <translation>{month}请假</translation>
    </message>
    <message>
        <source>No leave in {month}</source>
        <translation>{month}没有请假</translation>
    </message>
    <message>
        <source>Type a name on the right (Ctrl+N), the days, then Enter asks for the leave.</source>
        <translation>在右侧输入姓名（Ctrl+N）和日期，按回车提交请假。</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>{name} leaves</source>
        <translation>{name}离职</translation>
    </message>
    <message>
        <source>Everything recorded stays; the last day itself still counts as employed.</source>
        <translation>已有记录全部保留；离职当日仍计为在职。</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>离职日期（最后在职日）</translation>
    </message>
    <message>
        <source>For HR, not calculated here: leaving within a month after training, no salary is paid; leaving during probation, half a month&apos;s salary is owed for the training.</source>
        <translation>供人事参考，本程序不作计算：培训后一个月内离职的，不结算工资；试用期内离职的，须承担半个月工资的培训费用。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Record the last day</source>
        <translation>登记离职</translation>
    </message>
    <message>
        <source>This day lies in probation, which ends on {day}.</source>
        <translation>此日仍在试用期内（{day}转正）。</translation>
    </message>
    <message>
        <source>1 entry is dated after this day</source>
        <translation>此日之后还有1条记录</translation>
    </message>
    <message>
        <source>{count} entries are dated after it</source>
        <translation>此日之后还有{count}条记录</translation>
    </message>
    <message>
        <source>{counted}: check the day, or void what is wrong.</source>
        <translation>{counted}，请核对日期，或将有误的记录作废。</translation>
    </message>
</context>
<context>
    <name>LeaveForm</name>
    <message>
        <source>New leave</source>
        <translation>新的请假</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>请假人</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Hours, within one day</source>
        <translation>小时数（限当天）</translation>
    </message>
    <message>
        <source>Manager called at</source>
        <translation>电话报告经理的时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>姓名或工号</translation>
    </message>
    <message>
        <source>For example 24</source>
        <translation>例如 24</translation>
    </message>
    <message>
        <source>The same day</source>
        <translation>同一天</translation>
    </message>
    <message>
        <source>Whole days</source>
        <translation>整天</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>请假事由</translation>
    </message>
    <message>
        <source>Emergency: called in by telephone</source>
        <translation>紧急情况：已电话报告</translation>
    </message>
    <message>
        <source>The manager approves it in advance; an emergency is confirmed afterwards.</source>
        <translation>请假须由经理事先批准；紧急情况事后确认。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Put the request on file (Enter)</source>
        <translation>提交请假申请（回车）</translation>
    </message>
</context>
<context>
    <name>LeavePage</name>
    <message>
        <source>New leave</source>
        <translation>新的请假</translation>
    </message>
    <message>
        <source>Ask for more leave (Ctrl+N)</source>
        <translation>再提交一条请假（Ctrl+N）</translation>
    </message>
</context>
<context>
    <name>LeavePanel</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>紧急情况</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>the manager was called {when}</source>
        <translation>{when}电话报告经理</translation>
    </message>
</context>
<context>
    <name>LeaveWords</name>
    <message>
        <source>{hours} h</source>
        <translation>{hours}小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1天</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count}天</translation>
    </message>
    <message>
        <source>annual</source>
        <translation>年假</translation>
    </message>
    <message>
        <source>sick</source>
        <translation>病假</translation>
    </message>
    <message>
        <source>personal</source>
        <translation>事假</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>called in</source>
        <translation>已来电</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>{when}, entered by {by}</source>
        <translation>{when}，{by}录入</translation>
    </message>
    <message>
        <source>{state} {when}, entered by {by}</source>
        <translation>{when}{state}，{by}录入</translation>
    </message>
</context>
<context>
    <name>LeaveWork</name>
    <message>
        <source>Asked: {leave}</source>
        <translation>已提交：{leave}</translation>
    </message>
    <message>
        <source>Approved: {leave}</source>
        <translation>已批准：{leave}</translation>
    </message>
    <message>
        <source>Refuse the leave</source>
        <translation>拒绝请假</translation>
    </message>
    <message>
        <source>The request stays on file with its reason.</source>
        <translation>该申请连同原因保留在案。</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Refused: {leave}</source>
        <translation>已拒绝：{leave}</translation>
    </message>
    <message>
        <source>Withdraw the leave</source>
        <translation>撤回请假</translation>
    </message>
    <message>
        <source>The person is on the roster again; the request stays on file with its reason.</source>
        <translation>该员工恢复排班；申请连同原因保留在案。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdrawn: {leave}</source>
        <translation>已撤回：{leave}</translation>
    </message>
</context>
<context>
    <name>LineWords</name>
    <message>
        <source>{title}: {minutes} min</source>
        <translation>{title}：{minutes}分钟</translation>
    </message>
    <message>
        <source>struck</source>
        <translation>已剔除</translation>
    </message>
    <message>
        <source>log</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有{count}条</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>“{note}”</source>
        <translation>“{note}”</translation>
    </message>
    <message>
        <source>Added by the program. {reason}</source>
        <translation>自动计入：{reason}</translation>
    </message>
    <message>
        <source>Because of {entries}</source>
        <translation>依据：{entries}</translation>
    </message>
    <message>
        <source>Struck by {by}, {when}: {reason}</source>
        <translation>{by}于 {when} 剔除：{reason}</translation>
    </message>
    <message>
        <source>Rulebook {id}</source>
        <translation>考核细则 {id}</translation>
    </message>
    <message>
        <source>Rulebook {id}, in force from {day}</source>
        <translation>考核细则 {id}，自{day}起施行</translation>
    </message>
    <message>
        <source>{flag}: {entries}</source>
        <translation>{flag}：{entries}</translation>
    </message>
    <message>
        <source>No pay effect until {month}: {reason}</source>
        <translation>绩效自{month}起计：{reason}</translation>
    </message>
    <message>
        <source>Pay {yuan} yuan = {reason}</source>
        <translation>绩效 {yuan} 元 = {reason}</translation>
    </message>
    <message>
        <source>The raw score of {raw} is held at the upper limit of {final}.</source>
        <translation>原始分{raw}，以上限{final}分计。</translation>
    </message>
    <message>
        <source>The raw score of {raw} is held at the lower limit of {final}.</source>
        <translation>原始分{raw}，以下限{final}分计。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动计分</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>考核调整</translation>
    </message>
    <message>
        <source>Held at {limit}</source>
        <translation>以{limit}分为限</translation>
    </message>
    <message>
        <source>Final score</source>
        <translation>最终得分</translation>
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
        <translation>已为{count}人保存：{entry}</translation>
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
        <source>Entered by mistake (undone at once)</source>
        <translation>录入有误（保存后即撤销）</translation>
    </message>
    <message>
        <source>Could not be undone</source>
        <translation>未能撤销</translation>
    </message>
    <message>
        <source>Undone: the entry is voided; what you typed stands above again.</source>
        <translation>已撤销：该记录已作废，内容保留在上方，可修改后重新保存。</translation>
    </message>
    <message>
        <source>Undone: the entry is voided.</source>
        <translation>已撤销：该记录已作废。</translation>
    </message>
    <message>
        <source>The line above was emptied.</source>
        <translation>已清空上方的录入内容。</translation>
    </message>
</context>
<context>
    <name>LogSegments</name>
    <message>
        <source>Points</source>
        <translation>加扣分</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>考勤</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接</translation>
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
        <source>Swaps</source>
        <translation>换班</translation>
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
        <source>Something typed is not saved yet, or work is still running. Closing now loses it.</source>
        <translation>有内容尚未保存，或有任务仍在进行。关闭后这些都会丢失。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message>
        <source>Voided; tick “Show voided” to see it.</source>
        <translation>已作废，勾选“显示已作废”仍可查看。</translation>
    </message>
    <message>
        <source>{count} entries voided; tick “Show voided” to see them.</source>
        <translation>已作废{count}条记录，勾选“显示已作废”仍可查看。</translation>
    </message>
    <message>
        <source>Corrected; the old entry is voided: tick “Show voided” to see it.</source>
        <translation>已更正；原记录已作废，勾选“显示已作废”仍可查看。</translation>
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
        <source>New team file…</source>
        <translation>新建团队文件…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Back up…</source>
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
        <source>Find an action or a person…</source>
        <translation>查找操作或人员…</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>紧凑行高</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上一个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下一个月</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Close the month…</source>
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
    <name>MonthBands</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{name} ({what})</source>
        <translation>{name}（{what}）</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有{count}人</translation>
    </message>
    <message>
        <source>The kept result of this closed month differs from a fresh computation for {people}. What is shown is the kept result. Have the file checked (File &gt; Check the file).</source>
        <translation>本月已月结，但留存结果与重新计算不一致：{people}。此处显示的是留存结果，请检查文件（文件 &gt; 检查文件）。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>MonthChooser</name>
    <message>
        <source>Previous month (Alt+Left)</source>
        <translation>上一个月（Alt+←）</translation>
    </message>
    <message>
        <source>Next month (Alt+Right)</source>
        <translation>下一个月（Alt+→）</translation>
    </message>
    <message>
        <source>Choose a month</source>
        <translation>选择月份</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Next year</source>
        <translation>下一年</translation>
    </message>
</context>
<context>
    <name>MonthReader</name>
    <message>
        <source>Calculating the month</source>
        <translation>正在计算本月考核</translation>
    </message>
</context>
<context>
    <name>MonthStrip</name>
    <message>
        <source>Month-end</source>
        <translation>月末事项</translation>
    </message>
    <message>
        <source>Print sheets…</source>
        <translation>打印考核表…</translation>
    </message>
    <message>
        <source>Export for HR…</source>
        <translation>导出给人事…</translation>
    </message>
    <message>
        <source>Close month…</source>
        <translation>月结…</translation>
    </message>
    <message>
        <source>Closed on {when}. The manager can reopen it.</source>
        <translation>{when} 月结，可由经理重新打开。</translation>
    </message>
    <message>
        <source>Closed by {by}, {when}</source>
        <translation>{by}于 {when} 月结</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>考试成绩</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>Undecided complaints</source>
        <translation>未认定客诉</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签</translation>
    </message>
    <message>
        <source>Every complaint is decided</source>
        <translation>客诉均已认定</translation>
    </message>
    <message>
        <source>Show who has a flag</source>
        <translation>查看需关注的人员</translation>
    </message>
    <message>
        <source>Show whose sheet is not printed yet</source>
        <translation>查看尚未打印考核表的人员</translation>
    </message>
    <message>
        <source>Show whose sheet has changed since it was printed</source>
        <translation>查看打印后内容已变动的人员</translation>
    </message>
    <message>
        <source>Show whose sheet has not come back signed</source>
        <translation>查看考核表尚未签回的人员</translation>
    </message>
    <message>
        <source>Test results on file for this month</source>
        <translation>本月已录入的考试成绩数</translation>
    </message>
    <message>
        <source>People whose workload of this month is on file</source>
        <translation>本月已录入工作量的人数</translation>
    </message>
    <message>
        <source>Nobody has a flag</source>
        <translation>没有需关注的人员</translation>
    </message>
    <message>
        <source>Every sheet is printed</source>
        <translation>考核表已全部打印</translation>
    </message>
    <message>
        <source>Every sheet has come back signed</source>
        <translation>考核表已全部签回</translation>
    </message>
</context>
<context>
    <name>MonthsCard</name>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>Nothing to report yet</source>
        <translation>暂无可汇总的内容</translation>
    </message>
    <message>
        <source>The months appear here as soon as somebody is employed and appraised.</source>
        <translation>有在职且参加考核的人员后，此处将逐月列出汇总。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Bonuses</source>
        <translation>加分</translation>
    </message>
    <message>
        <source>Offences</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>Pay (yuan)</source>
        <translation>绩效（元）</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已月结</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>各月汇总</translation>
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
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create the file</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Where the team file is kept</source>
        <translation>团队文件的位置</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>OpenProblemsCard</name>
    <message>
        <source>Nothing is open</source>
        <translation>没有遗留问题</translation>
    </message>
    <message>
        <source>Open problems</source>
        <translation>遗留问题</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
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
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>PartiesDialog</name>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Add person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Add a person (Ctrl+N)</source>
        <translation>添加人员（Ctrl+N）</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import a workbook (Ctrl+I); it may also be dropped on the window</source>
        <translation>导入工作簿（Ctrl+I），也可直接拖到窗口中</translation>
    </message>
    <message>
        <source>Show those who left</source>
        <translation>显示已离职人员</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Probation until</source>
        <translation>转正日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>离职日期</translation>
    </message>
    <message>
        <source>Base salary (yuan)</source>
        <translation>基本工资（元）</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部组别</translation>
    </message>
    <message>
        <source>Without a group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>全部岗位</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count}人</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{count}/{all}人</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Add a person (Ctrl+N), or import a workbook: Ctrl+I, or drop it here.</source>
        <translation>可添加人员（Ctrl+N），或导入工作簿：按 Ctrl+I，或直接拖到此处。</translation>
    </message>
    <message>
        <source>Nobody is on the staff file yet</source>
        <translation>人员名单还是空的</translation>
    </message>
    <message>
        <source>Everybody has left</source>
        <translation>所有人员均已离职</translation>
    </message>
    <message>
        <source>Add a person (Ctrl+N), or show those who left.</source>
        <translation>可添加人员（Ctrl+N），或勾选“显示已离职人员”。</translation>
    </message>
    <message>
        <source>Search by name, pinyin, initials or number; Esc empties the search.</source>
        <translation>可按姓名、拼音、首字母或工号搜索；按 Esc 清空搜索。</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有符合条件的人员</translation>
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
        <translation>另有{count}人</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>移除{name}</translation>
    </message>
</context>
<context>
    <name>PeopleOffered</name>
    <message>
        <source>{codes} on {day}</source>
        <translation>{day}上{codes}</translation>
    </message>
    <message>
        <source>free on {day}</source>
        <translation>{day}无班</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Edit person…</source>
        <translation>编辑人员资料…</translation>
    </message>
    <message>
        <source>Record leaving…</source>
        <translation>登记离职…</translation>
    </message>
    <message>
        <source>Show appraisal</source>
        <translation>查看考核</translation>
    </message>
    <message>
        <source>Show entries</source>
        <translation>查看记录</translation>
    </message>
    <message>
        <source>Save empty workbook…</source>
        <translation>保存空白录入工作簿…</translation>
    </message>
    <message>
        <source>Added: {number} {name}</source>
        <translation>已添加：{number} {name}</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>{name}&apos;s last day is recorded: {day}</source>
        <translation>已登记{name}的离职日期：{day}</translation>
    </message>
    <message>
        <source>Could not be undone</source>
        <translation>未能撤销</translation>
    </message>
    <message>
        <source>Undone: {name}</source>
        <translation>已撤销：{name}</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Nobody chosen</source>
        <translation>尚未选择人员</translation>
    </message>
    <message>
        <source>Choose somebody in the list: their card appears here.</source>
        <translation>在列表中选择一人，即可查看其资料。</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Edit this person (F2)</source>
        <translation>编辑此人的资料（F2）</translation>
    </message>
    <message>
        <source>Record leaving…</source>
        <translation>离职…</translation>
    </message>
    <message>
        <source>Record this person&apos;s last day</source>
        <translation>登记此人的离职日期</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>考核</translation>
    </message>
    <message>
        <source>Show why this score, on the Appraisal tab</source>
        <translation>在考核页面查看得分由来</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Show this person&apos;s entries of the month, on the Log tab</source>
        <translation>在日常记录页面查看此人当月的记录</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变更历史</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>{month} so far</source>
        <translation>{month}至今</translation>
    </message>
    <message>
        <source>Grade by the score</source>
        <translation>按得分评定的等级</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>Pay effect</source>
        <translation>绩效工资</translation>
    </message>
    <message>
        <source>Probation until</source>
        <translation>转正日期</translation>
    </message>
    <message>
        <source>Base salary</source>
        <translation>基本工资</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>离职日期</translation>
    </message>
    <message>
        <source>{amount} yuan a month</source>
        <translation>{amount}元/月</translation>
    </message>
    <message>
        <source>not employed in {month}</source>
        <translation>{month}不在职</translation>
    </message>
    <message>
        <source>month {nth} ({month})</source>
        <translation>第{nth}个月（{month}）</translation>
    </message>
    <message>
        <source>none: this role is not appraised by points</source>
        <translation>无：此岗位不参加积分考核</translation>
    </message>
    <message>
        <source>begins in {month}</source>
        <translation>自{month}起计</translation>
    </message>
    <message>
        <source>since {month}</source>
        <translation>自{month}起计</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>添加人员</translation>
    </message>
    <message>
        <source>Edit a person</source>
        <translation>编辑人员资料</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Probation until</source>
        <translation>转正日期</translation>
    </message>
    <message>
        <source>Base salary (yuan a month)</source>
        <translation>基本工资（元/月）</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>离职日期</translation>
    </message>
    <message>
        <source>2026-09-03, 3 Sep, today</source>
        <translation>2026-09-03、9月3日、今天</translation>
    </message>
    <message>
        <source>empty while employed</source>
        <translation>在职时留空</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Somebody else has changed this person meanwhile: {fields}. Look it over, then save again.</source>
        <translation>此人员资料刚被他人修改：{fields}。请核对后再次保存。</translation>
    </message>
</context>
<context>
    <name>PersonFigures</name>
    <message>
        <source>Last entries</source>
        <translation>最近记录</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>查看全部</translation>
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
        <translation>以{limit}分为限</translation>
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
        <translation>{severity} {count}/{bound}（{points}已剔除）</translation>
    </message>
    <message>
        <source>{severity} {count} of {bound} ({points} counted)</source>
        <translation>{severity} {count}/{bound}（已计{points}）</translation>
    </message>
    <message>
        <source>{severity} {count} of {bound} (1 more: {points})</source>
        <translation>{severity} {count}/{bound}（再有1次：{points}）</translation>
    </message>
    <message>
        <source>No entries this month</source>
        <translation>本月暂无记录</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Nobody chosen</source>
        <translation>尚未选择人员</translation>
    </message>
    <message>
        <source>Type a name above or choose an entry: the person&apos;s month so far appears here.</source>
        <translation>在上方输入姓名，或选中一条记录，即可查看此人本月至今的得分。</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Appraisal sheet</source>
        <translation>考核表</translation>
    </message>
    <message>
        <source>Interview form, filled in</source>
        <translation>面谈表（已填）</translation>
    </message>
    <message>
        <source>Interview form, blank</source>
        <translation>面谈表（空白）</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Chinese and English</source>
        <translation>中英对照</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>页宽</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Language on paper</source>
        <translation>打印语言</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>The sheet as on paper</source>
        <translation>打印效果</translation>
    </message>
    <message>
        <source>Previous person (Alt+Left)</source>
        <translation>上一人（Alt+←）</translation>
    </message>
    <message>
        <source>Next person (Alt+Right)</source>
        <translation>下一人（Alt+→）</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation>{place} / {all}</translation>
    </message>
    <message>
        <source>Laying out the sheet…</source>
        <translation>正在排版…</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Language on paper</source>
        <translation>打印语言</translation>
    </message>
    <message>
        <source>To</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Where the files go</source>
        <translation>文件保存到</translation>
    </message>
    <message>
        <source>Everybody ({count})</source>
        <translation>全部（{count}人）</translation>
    </message>
    <message>
        <source>Appraisal sheet</source>
        <translation>考核表</translation>
    </message>
    <message>
        <source>Interview form, filled in</source>
        <translation>面谈表（已填）</translation>
    </message>
    <message>
        <source>Interview form, blank</source>
        <translation>面谈表（空白）</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Chinese and English</source>
        <translation>中英对照</translation>
    </message>
    <message>
        <source>One PDF file</source>
        <translation>一个 PDF 文件</translation>
    </message>
    <message>
        <source>One PDF file a person</source>
        <translation>每人一个 PDF 文件</translation>
    </message>
    <message>
        <source>A printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Selected ({count})</source>
        <translation>所选（{count}人）</translation>
    </message>
    <message>
        <source>Files of the same name, from an earlier printing, are replaced.</source>
        <translation>以前打印的同名文件将被替换。</translation>
    </message>
    <message>
        <source>Print anyway</source>
        <translation>仍然打印</translation>
    </message>
    <message>
        <source>Choose the folder that the files go to.</source>
        <translation>请选择保存文件的文件夹。</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Preparing the sheets</source>
        <translation>正在准备考核表</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Printed: {file}</source>
        <translation>已打印：{file}</translation>
    </message>
    <message>
        <source>Printed {count} files to {folder}</source>
        <translation>已打印{count}个文件到“{folder}”</translation>
    </message>
    <message>
        <source>1 sheet sent to the printer</source>
        <translation>已将1份表格送往打印机</translation>
    </message>
    <message>
        <source>{count} sheets sent to the printer</source>
        <translation>已将{count}份表格送往打印机</translation>
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
    <name>ProposalRow</name>
    <message>
        <source>Who is charged</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Log {points}</source>
        <translation>记 {points} 分</translation>
    </message>
    <message>
        <source>Log {code} with {points}: {who}</source>
        <translation>按{points}分记{code}：{who}</translation>
    </message>
    <message>
        <source>Log it with {points} points</source>
        <translation>按{points}分记入日常记录</translation>
    </message>
</context>
<context>
    <name>ProposalsCard</name>
    <message>
        <source>A button or its figure logs the entry. F8 comes here.</source>
        <translation>点按钮或按相应数字键即记分；F8 键转到此处。</translation>
    </message>
    <message>
        <source>The button logs the entry. F8 comes here.</source>
        <translation>点按钮即记分；F8 键转到此处。</translation>
    </message>
    <message>
        <source>To be logged</source>
        <translation>待记分</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
</context>
<context>
    <name>RecordsCard</name>
    <message>
        <source>No handover is recorded in this month</source>
        <translation>本月没有交接记录</translation>
    </message>
    <message>
        <source>Choose a change of shift above, fill in the form beside it, and press Ctrl+Enter.</source>
        <translation>请在上方选择一次交接，填写右侧的表单，再按 Ctrl+Enter。</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1条</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count}条</translation>
    </message>
    <message>
        <source>{count} of {all} records</source>
        <translation>{count} / {all}条</translation>
    </message>
    <message>
        <source>Handovers in {month}</source>
        <translation>{month}交接记录</translation>
    </message>
    <message>
        <source>Search by who handed or took over, shift, or words of the record; Esc empties the search.</source>
        <translation>可按交班人、接班人、班次或记录内容搜索；按 Esc 清空搜索。</translation>
    </message>
    <message>
        <source>No record of this month fits</source>
        <translation>本月没有符合的交接记录</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Problems that are still open</source>
        <translation>尚未办结的问题</translation>
    </message>
</context>
<context>
    <name>RegisterCard</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Print the chosen swaps, or the month&apos;s register (Ctrl+P)</source>
        <translation>打印所选换班，或当月登记表（Ctrl+P）</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Rejected or ended</source>
        <translation>已驳回或终止</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>申请日期</translation>
    </message>
    <message>
        <source>A</source>
        <translation>甲方</translation>
    </message>
    <message>
        <source>A&apos;s day</source>
        <translation>甲方班次</translation>
    </message>
    <message>
        <source>B</source>
        <translation>乙方</translation>
    </message>
    <message>
        <source>B&apos;s day</source>
        <translation>乙方班次</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>1 swap</source>
        <translation>1条</translation>
    </message>
    <message>
        <source>{count} swaps</source>
        <translation>{count}条</translation>
    </message>
    <message>
        <source>Register of {month}</source>
        <translation>{month}换班登记表</translation>
    </message>
    <message>
        <source>No swaps in {month}</source>
        <translation>{month}没有换班</translation>
    </message>
    <message>
        <source>Type a name on the right (Ctrl+N), the days, then Enter asks for the swap.</source>
        <translation>在右侧输入姓名（Ctrl+N）和日期，按回车提交换班申请。</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>表格已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Copy table of months</source>
        <translation>复制各月汇总表</translation>
    </message>
    <message>
        <source>Save table of months as CSV…</source>
        <translation>将各月汇总表存为 CSV…</translation>
    </message>
    <message>
        <source>Save chart of grades…</source>
        <translation>保存等级分布图…</translation>
    </message>
    <message>
        <source>Save chart of averages…</source>
        <translation>保存平均分走势图…</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>months</source>
        <translation>各月汇总</translation>
    </message>
    <message>
        <source>Text, comma-separated (*.csv)</source>
        <translation>逗号分隔文本 (*.csv)</translation>
    </message>
    <message>
        <source>grades</source>
        <translation>等级分布</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
</context>
<context>
    <name>RequestActions</name>
    <message>
        <source>Go to what waits in other months</source>
        <translation>转到其他月份的待处理申请</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到{count}条</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try fewer letters or all states; Esc empties the search.</source>
        <translation>可减少输入的字，或查看全部状态；按 Esc 清空搜索。</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组别</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Bonuses</source>
        <translation>加分</translation>
    </message>
    <message>
        <source>Offences</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动计分</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>考核调整</translation>
    </message>
    <message>
        <source>Raw score</source>
        <translation>原始分</translation>
    </message>
    <message>
        <source>Pay (yuan)</source>
        <translation>绩效（元）</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>关注项</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>考核表</translation>
    </message>
    <message>
        <source>Raw score {raw}, held at {final}</source>
        <translation>原始分{raw}，以{final}分计</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count}人</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到{count}人</translation>
    </message>
    <message>
        <source>average {score}</source>
        <translation>平均{score}</translation>
    </message>
    <message>
        <source>Points appraisal</source>
        <translation>积分考核</translation>
    </message>
    <message>
        <source>Nothing can be calculated</source>
        <translation>无法计算考核结果</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try fewer letters, or Esc to see everybody.</source>
        <translation>请减少输入的字，或按 Esc 查看全部人员。</translation>
    </message>
    <message>
        <source>Add people under Roster, or go to a month in which somebody was employed.</source>
        <translation>请在“排班”页添加人员，或切换到有人在职的月份。</translation>
    </message>
    <message>
        <source>Nobody is appraised by points in this month</source>
        <translation>本月没有参加积分考核的人员</translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>排班表</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>RosterPaperDialog</name>
    <message>
        <source>Print the roster of {month}</source>
        <translation>打印{month}排班表</translation>
    </message>
    <message>
        <source>Export the roster of {month}</source>
        <translation>导出{month}排班表</translation>
    </message>
    <message>
        <source>Paper (landscape)</source>
        <translation>纸张（横向）</translation>
    </message>
    <message>
        <source>Set up for paper (landscape)</source>
        <translation>页面设置（横向）</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Where the roster goes</source>
        <translation>排班表的保存位置</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>打印稿</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>工作簿</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Chinese and English</source>
        <translation>中英对照</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Print anyway</source>
        <translation>仍然打印</translation>
    </message>
    <message>
        <source>This file is there already and will be replaced.</source>
        <translation>该文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>Name the file that the roster goes to.</source>
        <translation>请填写排班表要保存的文件名。</translation>
    </message>
</context>
<context>
    <name>RotationDialog</name>
    <message>
        <source>Apply a rotation</source>
        <translation>按规律轮班</translation>
    </message>
    <message>
        <source>Codes with blanks between, “{off}” for a day off: {example}. It replaces what is planned.</source>
        <translation>各天的代码用空格隔开，休息用“{off}”，例如：{example}。会替换原有排班。</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>轮班规律</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>For</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Days by which each person is further on than the one above</source>
        <translation>每人比上一人错后几天</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>The first person: {first} …
The second person: {second} …</source>
        <translation>第一人：{first} …
第二人：{second} …</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>搜索（Ctrl+F）</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清空搜索</translation>
    </message>
</context>
<context>
    <name>SheetWords</name>
    <message>
        <source>stale</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>signed {day}</source>
        <translation>已签 {day}</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>尚未打印</translation>
    </message>
    <message>
        <source>{serial}, revision {revision}, printed {when}.</source>
        <translation>{serial}，第{revision}版，{when} 打印。</translation>
    </message>
    <message>
        <source>It came back signed on {day}.</source>
        <translation>{day}签回。</translation>
    </message>
    <message>
        <source>The month has changed since: print the sheet anew.</source>
        <translation>打印后本月数据已变动，请重新打印。</translation>
    </message>
    <message>
        <source>1st month</source>
        <translation>入职第1月</translation>
    </message>
    <message>
        <source>2nd month</source>
        <translation>入职第2月</translation>
    </message>
    <message>
        <source>3rd month</source>
        <translation>入职第3月</translation>
    </message>
    <message>
        <source>{nth}th month</source>
        <translation>入职第{nth}月</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>需关注</translation>
    </message>
    <message>
        <source>to print</source>
        <translation>未打印</translation>
    </message>
    <message>
        <source>to sign</source>
        <translation>未签回</translation>
    </message>
</context>
<context>
    <name>ShiftDialog</name>
    <message>
        <source>Define a shift</source>
        <translation>新建班次</translation>
    </message>
    <message>
        <source>Change a shift</source>
        <translation>修改班次</translation>
    </message>
    <message>
        <source>Code (what you type into the calendar)</source>
        <translation>代码（在排班表中输入）</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>下班</translation>
    </message>
    <message>
        <source>Break (minutes)</source>
        <translation>休息（分钟）</translation>
    </message>
    <message>
        <source>How many it takes on each day of the week</source>
        <translation>每周各天所需人数</translation>
    </message>
    <message>
        <source>D, N1</source>
        <translation>D、N1</translation>
    </message>
    <message>
        <source>17:30; an earlier time is on the next day</source>
        <translation>17:30；早于上班时间即为次日</translation>
    </message>
    <message>
        <source>Its people clean the common area at the end</source>
        <translation>下班时由该班打扫公共区域</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Define</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>琥珀</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>玫红</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} of work</source>
        <translation>工作{hours}小时{minutes:02d}分</translation>
    </message>
    <message>
        <source>{hours}; ends on the next day</source>
        <translation>{hours}，次日下班</translation>
    </message>
</context>
<context>
    <name>ShiftsDialog</name>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>No shifts yet</source>
        <translation>还没有班次</translation>
    </message>
    <message>
        <source>Define the first one; its code is what you type into the calendar.</source>
        <translation>请先新建一个，其代码就是在排班表中输入的内容。</translation>
    </message>
    <message>
        <source>Show retired ones</source>
        <translation>显示已停用的</translation>
    </message>
    <message>
        <source>Define…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}分钟</translation>
    </message>
    <message>
        <source>Needed, Mon to Sun</source>
        <translation>所需人数（周一至周日）</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>打扫</translation>
    </message>
    <message>
        <source>cleans</source>
        <translation>打扫</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>ShiftsPalette</name>
    <message>
        <source>Empty</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty the selected cells (Delete)</source>
        <translation>清空选中的格子（Delete）</translation>
    </message>
    <message>
        <source>Set {code} in the selected cells</source>
        <translation>将选中的格子设为{code}</translation>
    </message>
</context>
<context>
    <name>SignedDialog</name>
    <message>
        <source>Mark {name}&apos;s sheet as signed</source>
        <translation>登记{name}的考核表已签回</translation>
    </message>
    <message>
        <source>Mark {count} sheets as signed</source>
        <translation>登记{count}份考核表已签回</translation>
    </message>
    <message>
        <source>Came back signed on</source>
        <translation>签回日期</translation>
    </message>
    <message>
        <source>Not printed yet, so left out: {names}</source>
        <translation>尚未打印，故不登记：{names}</translation>
    </message>
    <message>
        <source>The month has changed since these were printed; better print them anew first: {names}</source>
        <translation>以下考核表打印后数据已变动，建议先重新打印：{names}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Mark as signed</source>
        <translation>登记签回</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等，另有{count}人</translation>
    </message>
</context>
<context>
    <name>StandingWords</name>
    <message>
        <source>from {day}</source>
        <translation>{day} 入职</translation>
    </message>
    <message>
        <source>probation</source>
        <translation>试用期</translation>
    </message>
    <message>
        <source>employed</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day} 离职</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离职</translation>
    </message>
</context>
<context>
    <name>StrikeDialog</name>
    <message>
        <source>Put the line back on {name}&apos;s sheet</source>
        <translation>恢复{name}考核表中的计分项</translation>
    </message>
    <message>
        <source>Strike a line from {name}&apos;s sheet</source>
        <translation>从{name}的考核表中剔除计分项</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>For example: struck by mistake</source>
        <translation>例如：误剔除</translation>
    </message>
    <message>
        <source>For example: the test was void</source>
        <translation>例如：该次考试无效</translation>
    </message>
    <message>
        <source>The line counts again from now on.</source>
        <translation>恢复后该项重新计分。</translation>
    </message>
    <message>
        <source>A struck line no longer counts, but stays on the sheet with its reason.</source>
        <translation>剔除后不再计分，但连同原因仍保留在考核表上。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Strike</source>
        <translation>剔除</translation>
    </message>
</context>
<context>
    <name>SwapActions</name>
    <message>
        <source>Signatures…</source>
        <translation>登记签字…</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>驳回…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Void the swap…</source>
        <translation>作废换班…</translation>
    </message>
    <message>
        <source>Unclear handover: charge SER-01…</source>
        <translation>交接不清：按 SER-01 记分…</translation>
    </message>
    <message>
        <source>Log BON-03 for {name}</source>
        <translation>为{name}登记 BON-03</translation>
    </message>
    <message>
        <source>Log BON-03 for the cover</source>
        <translation>为代班人登记 BON-03</translation>
    </message>
</context>
<context>
    <name>SwapForm</name>
    <message>
        <source>New request</source>
        <translation>新的换班申请</translation>
    </message>
    <message>
        <source>A, who gives a shift</source>
        <translation>甲方（换出班次）</translation>
    </message>
    <message>
        <source>Day of A&apos;s shift</source>
        <translation>甲方班次日期</translation>
    </message>
    <message>
        <source>B, who works it</source>
        <translation>乙方（顶班）</translation>
    </message>
    <message>
        <source>Day of the return</source>
        <translation>还班日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>姓名或工号</translation>
    </message>
    <message>
        <source>For example 24</source>
        <translation>例如 24</translation>
    </message>
    <message>
        <source>None: a cover</source>
        <translation>不还班则留空</translation>
    </message>
    <message>
        <source>The day on which A works B&apos;s shift in return; empty where B covers without a return.</source>
        <translation>甲方顶乙方班次（还班）的日期；乙方代班而不还班时留空。</translation>
    </message>
    <message>
        <source>Why they swap</source>
        <translation>换班事由</translation>
    </message>
    <message>
        <source>The seven rules</source>
        <translation>七条规定</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Put the request into the register (Enter)</source>
        <translation>提交申请并登记（回车）</translation>
    </message>
    <message>
        <source>none is broken</source>
        <translation>没有违反</translation>
    </message>
    <message>
        <source>1 is broken</source>
        <translation>违反1条</translation>
    </message>
    <message>
        <source>{count} are broken</source>
        <translation>违反{count}条</translation>
    </message>
</context>
<context>
    <name>SwapPanel</name>
    <message>
        <source>The seven rules</source>
        <translation>七条规定</translation>
    </message>
    <message>
        <source>Swap no. {number}</source>
        <translation>第{number}号换班</translation>
    </message>
    <message>
        <source>asked on {day}</source>
        <translation>{day}申请</translation>
    </message>
    <message>
        <source>{name} gives</source>
        <translation>{name}换出</translation>
    </message>
    <message>
        <source>Works it</source>
        <translation>顶班</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审批</translation>
    </message>
</context>
<context>
    <name>SwapWords</name>
    <message>
        <source>{name} covers</source>
        <translation>{name}代班</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>both agree</source>
        <translation>双方同意</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已驳回</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>waits for the signatures</source>
        <translation>待双方签字</translation>
    </message>
    <message>
        <source>waits for the manager</source>
        <translation>待经理审批</translation>
    </message>
    <message>
        <source>both</source>
        <translation>双方</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>未签</translation>
    </message>
    <message>
        <source>not signed yet</source>
        <translation>尚未签字</translation>
    </message>
    <message>
        <source>signed {day}</source>
        <translation>{day}已签字</translation>
    </message>
    <message>
        <source>{state} {day}, entered by {by}</source>
        <translation>{day}{state}，{by}录入</translation>
    </message>
    <message>
        <source>Both parties agree</source>
        <translation>双方同意</translation>
    </message>
    <message>
        <source>The manager approves</source>
        <translation>经理批准</translation>
    </message>
    <message>
        <source>Number in a month</source>
        <translation>每月次数</translation>
    </message>
    <message>
        <source>None on two days running</source>
        <translation>不得连续换班</translation>
    </message>
    <message>
        <source>Rest between shifts</source>
        <translation>班次间休息</translation>
    </message>
    <message>
        <source>No leave on the day</source>
        <translation>当天无请假</translation>
    </message>
    <message>
        <source>No public holiday</source>
        <translation>避开法定节假日</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>符合</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>违反</translation>
    </message>
</context>
<context>
    <name>SwapWork</name>
    <message>
        <source>Asked: swap no. {number}, {swap}</source>
        <translation>已申请：第{number}号换班，{swap}</translation>
    </message>
    <message>
        <source>Changed: swap no. {number}, {swap}</source>
        <translation>已修改：第{number}号换班，{swap}</translation>
    </message>
    <message>
        <source>Record signatures</source>
        <translation>登记签字</translation>
    </message>
    <message>
        <source>Both sign the register before the manager decides.</source>
        <translation>双方须先在登记表上签字，再由经理审批。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签字日期</translation>
    </message>
    <message>
        <source>Signatures recorded: swap no. {number}</source>
        <translation>已登记签字：第{number}号换班</translation>
    </message>
    <message>
        <source>Approved: swap no. {number}. {name} has covered without a return.</source>
        <translation>已批准：第{number}号换班。{name}代班且不还班。</translation>
    </message>
    <message>
        <source>Log {code}</source>
        <translation>登记 {code}</translation>
    </message>
    <message>
        <source>Approved: swap no. {number}; the roster is changed.</source>
        <translation>已批准：第{number}号换班，排班已变更。</translation>
    </message>
    <message>
        <source>Approved by mistake (undone at once)</source>
        <translation>批准有误（随即撤销）</translation>
    </message>
    <message>
        <source>Undone: the swap is voided, the roster as before.</source>
        <translation>已撤销：该换班已作废，排班已恢复。</translation>
    </message>
    <message>
        <source>Could not be undone</source>
        <translation>未能撤销</translation>
    </message>
    <message>
        <source>The request stays in the register with its reason; the roster stays as it is.</source>
        <translation>申请连同原因保留在登记表中，排班不变。</translation>
    </message>
    <message>
        <source>Reject the swap</source>
        <translation>驳回换班</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>驳回</translation>
    </message>
    <message>
        <source>Rejected: swap no. {number}</source>
        <translation>已驳回：第{number}号换班</translation>
    </message>
    <message>
        <source>The request stays in the register; it can be asked for again.</source>
        <translation>申请保留在登记表中，可重新提交。</translation>
    </message>
    <message>
        <source>Withdraw the request</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Withdrawn: swap no. {number}</source>
        <translation>已撤回：第{number}号换班</translation>
    </message>
    <message>
        <source>The roster changes back; the swap stays in the register with its reason.</source>
        <translation>排班恢复原状，换班连同原因保留在登记表中。</translation>
    </message>
    <message>
        <source>Void the swap</source>
        <translation>作废换班</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Voided: swap no. {number}; the roster is as before.</source>
        <translation>已作废：第{number}号换班，排班已恢复。</translation>
    </message>
    <message>
        <source>Charge an unclear handover</source>
        <translation>交接不清记分</translation>
    </message>
    <message>
        <source>A wrong or empty shift counts as absence (SER-01) of whoever is responsible.</source>
        <translation>因交接不清造成错班或空班，按责任对相关人员计旷工（SER-01）。</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>记分</translation>
    </message>
    <message>
        <source>Could not be logged</source>
        <translation>未能登记</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Logged: {code} for {names}, {day}</source>
        <translation>已登记：{names} {code}，{day}</translation>
    </message>
    <message>
        <source>Entered by mistake (undone at once)</source>
        <translation>录入有误（保存后即撤销）</translation>
    </message>
    <message>
        <source>Undone: the entry is voided.</source>
        <translation>已撤销：该记录已作废。</translation>
    </message>
</context>
<context>
    <name>SwapsPage</name>
    <message>
        <source>New request</source>
        <translation>新的换班申请</translation>
    </message>
    <message>
        <source>Ask for another swap (Ctrl+N)</source>
        <translation>再提交一条换班申请（Ctrl+N）</translation>
    </message>
    <message>
        <source>Save the swap&apos;s form</source>
        <translation>保存换班申请表</translation>
    </message>
    <message>
        <source>Save the register of swaps</source>
        <translation>保存换班登记表</translation>
    </message>
</context>
<context>
    <name>SwapsTab</name>
    <message>
        <source>Swaps</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>请假</translation>
    </message>
</context>
<context>
    <name>TableColumns</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>恢复默认列</translation>
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
        <source>Follow the system</source>
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
        <source>System font</source>
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
        <translation>作废{count}条记录</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有{count}条</translation>
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
    <name>WaitingElsewhere</name>
    <message>
        <source>1 request waits in {month}</source>
        <translation>{month}有1条申请待处理</translation>
    </message>
    <message>
        <source>{count} requests wait in {month}</source>
        <translation>{month}有{count}条申请待处理</translation>
    </message>
    <message>
        <source>Go to that month (F8)</source>
        <translation>转到该月（F8）</translation>
    </message>
    <message>
        <source>{count} requests wait in other months</source>
        <translation>其他月份有{count}条申请待处理</translation>
    </message>
    <message>
        <source>Choose the month to go to (F8)</source>
        <translation>选择要转到的月份（F8）</translation>
    </message>
    <message>
        <source>{month}: 1 request</source>
        <translation>{month}：1条</translation>
    </message>
    <message>
        <source>{month}: {count} requests</source>
        <translation>{month}：{count}条</translation>
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
        <source>New team…</source>
        <translation>新建团队…</translation>
    </message>
    <message>
        <source>Open…</source>
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
    <name>WhyPanel</name>
    <message>
        <source>Nobody chosen</source>
        <translation>尚未选择人员</translation>
    </message>
    <message>
        <source>Choose somebody on the left: how the score came about appears here.</source>
        <translation>在左侧选择一人，即可查看得分由来。</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>得分由来</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Lines of the sheet</source>
        <translation>计分明细</translation>
    </message>
    <message>
        <source>Nothing moved the score</source>
        <translation>没有加减分</translation>
    </message>
    <message>
        <source>No entry, no automatic line, no adjustment.</source>
        <translation>没有记录、自动计分项或调整。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>rank {rank} of {all}</source>
        <translation>第{rank}名，共{all}人</translation>
    </message>
</context>
<context>
    <name>Workbooks</name>
    <message>
        <source>Import a workbook</source>
        <translation>导入工作簿</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx *.xlsm *.xls)</source>
        <translation>工作簿 (*.xlsx *.xlsm *.xls)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the list of faults</source>
        <translation>保存错误清单</translation>
    </message>
    <message>
        <source>Text, columns set off by tabs (*.txt)</source>
        <translation>制表符分隔文本 (*.txt)</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Save an empty workbook</source>
        <translation>保存空白录入工作簿</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>csdesk-intake.xlsx</source>
        <translation>csdesk-录入.xlsx</translation>
    </message>
    <message>
        <source>Making the empty workbook</source>
        <translation>正在生成空白录入工作簿</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>已保存：{file}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>No program here opens such files: {file}</source>
        <translation>本机没有可打开此文件的程序：{file}</translation>
    </message>
</context>
<context>
    <name>YearReader</name>
    <message>
        <source>Calculating the months</source>
        <translation>正在计算各月考核</translation>
    </message>
</context>
<context>
    <name>_RunRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
</TS>
