/// What the page does where scripts run: search, filters and pages over the findings. Without it all that stands in the page is
/// there to read.
///
/// Findings past those that are written out come as data, `[policy, verdict, fingerprint, message]`, and become elements for the
/// page that shows them; they enter it as text, never as markup.
enum HTMLScript {
  static let code = """
    (function(){'use strict';
    var box=document.getElementById('filters');if(!box)return;
    var size=50,page=0,all=[],shown=[],extra=[];
    var data=document.getElementById('rest'),rest=data?JSON.parse(data.textContent):[];
    var groups=[].slice.call(document.querySelectorAll('.group'));
    groups.forEach(function(group,number){
      var list=group.querySelector('.findings'),severity=group.dataset.severity;
      [].forEach.call(list.children,function(item){
        all.push({group:group,list:list,item:item,severity:severity,verdict:item.dataset.verdict,number:number,text:null})});
      var more=group.querySelector('.more');if(more)more.hidden=true});
    rest.forEach(function(entry){var group=groups[entry[0]];
      all.push({group:group,list:group.querySelector('.findings'),item:null,severity:group.dataset.severity,\
    verdict:entry[1]?'unverified':'fail',number:entry[0],entry:entry,text:null})});
    if(rest.length)all.sort(function(a,b){return a.number-b.number});
    var search=field('search'),severity=field('severity'),verdict=field('verdict'),policy=field('policy');
    var back=document.getElementById('back'),next=document.getElementById('next'),count=document.getElementById('count');
    function field(name){return document.getElementById(name)}
    function text(row){if(row.text===null)row.text=(row.entry?row.entry[2]+' '+row.entry[3]:row.item.textContent).toLowerCase();
      return row.text}
    function fits(row,words){
      if(severity.value&&row.severity!==severity.value)return false;
      if(verdict.value&&row.verdict!==verdict.value)return false;
      if(policy.value&&String(row.number)!==policy.value)return false;
      if(!words.length)return true;
      var whole=text(row);return words.every(function(word){return whole.indexOf(word)>=0})}
    function filter(){
      var words=search.value.toLowerCase().split(/\\s+/).filter(Boolean);
      shown=all.filter(function(row){return fits(row,words)});page=0;draw()}
    function make(row){
      var item=document.createElement('li'),tag=document.createElement('span'),code=document.createElement('code');
      item.className='finding plain';tag.className='tag '+row.verdict;
      tag.textContent=box.dataset[row.verdict];code.textContent=row.entry[2];
      item.append(tag,' '+row.entry[3]+' ',code);return item}
    function draw(){
      extra.forEach(function(item){item.remove()});extra=[];
      all.forEach(function(row){if(row.item&&!row.item.hidden)row.item.hidden=true});
      groups.forEach(function(group){group.hidden=true});
      var from=page*size,to=Math.min(shown.length,from+size);
      for(var at=from;at<to;at++){var row=shown[at];row.group.hidden=false;
        if(row.item)row.item.hidden=false;else{var item=make(row);extra.push(item);row.list.append(item)}}
      var words=box.dataset.count;
      count.textContent=shown.length?words.replace('FROM',from+1).replace('TO',to).replace('ALL',shown.length):box.dataset.none;
      back.disabled=page===0;next.disabled=to>=shown.length}
    function reveal(){
      var id=location.hash.slice(1);if(!id)return;
      var target=document.getElementById(id);if(!target)return;
      var at=shown.findIndex(function(row){return row.item===target||row.group===target});
      if(at<0){search.value='';severity.value='';verdict.value='';policy.value='';filter();
        at=shown.findIndex(function(row){return row.item===target||row.group===target})}
      if(at<0)return;
      page=Math.floor(at/size);draw();
      var details=target.querySelector('details');if(target.classList.contains('finding')&&details)details.open=true;
      target.scrollIntoView()}
    var wait;search.addEventListener('input',function(){clearTimeout(wait);wait=setTimeout(filter,120)});
    [severity,verdict,policy].forEach(function(list){list.addEventListener('change',filter)});
    back.addEventListener('click',function(){page--;draw();top()});next.addEventListener('click',function(){page++;draw();top()});
    function top(){document.getElementById('findings').scrollIntoView()}
    window.addEventListener('hashchange',reveal);
    window.addEventListener('beforeprint',function(){
      all.forEach(function(row){if(row.item)row.item.hidden=false});groups.forEach(function(group){group.hidden=false})});
    window.addEventListener('afterprint',draw);
    box.hidden=false;document.getElementById('pages').hidden=false;filter();reveal();
    })();
    """
}
