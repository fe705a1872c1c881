using CaseFlow.Domain.Calendars;
using CaseFlow.Domain.Forms;
using CaseFlow.Host.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CaseFlow.Host.Features.Home;

/// <summary>Every component in every state, for those who write pages and for the browser tests. Only in Development.</summary>
[AllowAnonymous]
public sealed class GalleryModel(IWebHostEnvironment environment) : PageModel
{
    /// <summary>A fixed day, so that pictures of this page can be compared.</summary>
    public DateTimeOffset Now { get; } = new(2026, 11, 22, 9, 30, 0, CalendarDate.RiyadhOffset);

    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : NotFound();

    public IEnumerable<SevenSteps> Rails =>
        [
            new([
                new StepView(1, StepState.Done, Now.AddDays(-9)),
                new StepView(2, StepState.Done, Now.AddDays(-8)),
                new StepView(3, StepState.Done, Now.AddDays(-8)),
                new StepView(4, StepState.Done, Now.AddDays(-6)),
                new StepView(5, StepState.Here, Now.AddDays(-6)),
                new StepView(6, StepState.ToCome),
                new StepView(7, StepState.ToCome),
            ]),
            SevenSteps.At(2, returned: true),
        ];

    public IEnumerable<StudyBarView> Studies =>
        [
            new(Now.AddDays(-6), Now.AddDays(8), Now.AddDays(24), Now, []),
            new(
                Now.AddDays(-20),
                Now.AddDays(-1),
                Now.AddDays(15),
                Now,
                [new(Now.AddDays(-14), Now.AddDays(-9), "نواقص")]
            ),
            new(Now.AddDays(-36), Now.AddDays(-22), Now.AddDays(-6), Now, []),
        ];

    public TimelineView Timeline =>
        new([
            new(
                Now.AddHours(-1),
                "رُفع الطلب إلى لجنة البحث وبدأ احتساب مدة الدراسة.",
                "send",
                Tone.Info,
                "سارة القحطاني",
                "P57"
            ),
            new(
                Now.AddHours(-2),
                "وقّع العضو الإقرار بصحة بياناته.",
                "pen",
                Tone.Success,
                "محمد العتيبي",
                "P56",
                "بصمة النص الموقَّع: 9f2c…71ab"
            ),
            new(
                Now.AddDays(-2),
                "أعيد الطلب لاستكمال نواقص.",
                "arrow-counterclockwise",
                Tone.Warning,
                "سارة القحطاني",
                "P52"
            ),
            new(
                Now.AddDays(-2).AddHours(-3),
                "استُقبل العضو وسُجلت استفساراته.",
                "door-open",
                Tone.Neutral,
                null,
                "P49"
            ),
        ]);

    public IReadOnlyList<FormFieldView> Fields =>
        [
            new("fullName", FieldType.Text, "الاسم الكامل")
            {
                Required = true,
                Value = "محمد بن عبدالله العتيبي",
                OnFile = true,
            },
            new("nationalId", FieldType.NationalId, "رقم الهوية الوطنية")
            {
                Required = true,
                Value = "10203",
                Help = "عشرة أرقام تبدأ بواحد أو اثنين.",
                Error = "رقم الهوية عشرة أرقام، وما أدخلته خمسة.",
            },
            new("birth", FieldType.Date, "تاريخ الميلاد")
            {
                Required = true,
                Help = "كما في الهوية؛ هجريًا أو ميلاديًا.",
                Date = new DateFieldInput("12", "9", "1405", CalendarKind.Hijri),
            },
            new("income", FieldType.Money, "الدخل الشهري")
            {
                Required = true,
                Value = "8500",
                Why = "تستحق الخدمة بحسب الدخل كما في دليل سياسة الدعم.",
                WhyClause = "P46",
            },
            new("household", FieldType.Number, "عدد أفراد الأسرة") { Value = "5" },
            new("mobile", FieldType.Phone, "رقم الجوال") { Required = true, Value = "+966 55 123 4567" },
            new("email", FieldType.Email, "البريد الإلكتروني"),
            new("service", FieldType.Choice, "الخدمة المطلوبة")
            {
                Required = true,
                Value = "support",
                Options = [new("support", "دعم سكني", "مساهمة في إيجار السكن أو تملكه"), new("repair", "ترميم سكن")],
            },
            new("needs", FieldType.Choices, "ما الذي يعينك؟")
            {
                Values = ["home"],
                Options = [new("home", "زيارة في المنزل"), new("agent", "التعامل مع وكيل")],
            },
            new("owns", FieldType.YesNo, "هل تملك سكنًا؟")
            {
                Required = true,
                Error = "اختر نعم أو لا حتى نحدد الخدمة المناسبة.",
            },
            new("lease", FieldType.File, "عقد الإيجار") { Required = true, Accept = ".pdf,image/*" },
            new("story", FieldType.Multiline, "ما تود أن تعرفه اللجنة") { MaxLength = 1000 },
        ];

    public ProgressListView Progress =>
        new([
            new("تعميم السياسة", "يجري إرسال التعميم إلى الأعضاء", 420, 1250, Tone.Info, "#"),
            new("إعادة تشغيل معاملات سابقة", "تُحصى المعاملات", 0, null, Tone.Info),
            new("فحص المسودة", "اكتمل", 61, 61, Tone.Success),
        ]);

    public ConfirmView Confirm =>
        new(
            "سحب الطلب",
            "أتسحب الطلب رقم CF-1448-0012؟",
            "تتوقف دراسته ولا يصدر فيه رد. يمكنك تقديم طلب جديد متى شئت.",
            "اسحب الطلب",
            "/dev/ui",
            null,
            "سبب السحب"
        );

    public PagerView Pager => new(4, 20, 238, page => $"?page={page}");
}
