/* What Wine 10 lacks of Windows and the bundle asks for, for the checks only; nothing of it is in the setup. Compiled twice:
   -DCRT    the C library: wine's own (copied as wucrtbase.dll, which all other names lead to) and functions of complex numbers
   -DICU    icuuc.dll, which Windows 10 has: here it knows no encoding, as Qt needs none of it */

#ifdef CRT
#include <complex.h>

typedef struct { float real, imaginary; } F; /* MSVC's _Fcomplex */
typedef struct { double real, imaginary; } D; /* _Dcomplex and _Lcomplex */

static float _Complex of_f(F z) { return __builtin_complex(z.real, z.imaginary); }
static double _Complex of_d(D z) { return __builtin_complex(z.real, z.imaginary); }
static F to_f(float _Complex z) { return (F){crealf(z), cimagf(z)}; }
static D to_d(double _Complex z) { return (D){creal(z), cimag(z)}; }

#define NUMBER(name) \
    F w_##name##f(F z) { return to_f(name##f(of_f(z))); } \
    D w_##name(D z) { return to_d(name(of_d(z))); } \
    D w_##name##l(D z) { return to_d(name(of_d(z))); }
#define REAL(name) \
    float w_##name##f(F z) { return name##f(of_f(z)); } \
    double w_##name(D z) { return name(of_d(z)); } \
    double w_##name##l(D z) { return name(of_d(z)); }

NUMBER(catan) NUMBER(ccos) NUMBER(ccosh) NUMBER(cexp) NUMBER(clog) NUMBER(csin) NUMBER(csinh) NUMBER(csqrt) NUMBER(ctan) NUMBER(ctanh)
REAL(cabs) REAL(carg) REAL(cimag) REAL(creal)
F w_cpowf(F a, F b) { return to_f(cpowf(of_f(a), of_f(b))); }
D w_cpow(D a, D b) { return to_d(cpow(of_d(a), of_d(b))); }
D w_cpowl(D a, D b) { return to_d(cpow(of_d(a), of_d(b))); }
#endif

#ifdef ICU
#define NO_SUCH_FILE 4
#define NONE(name) __declspec(dllexport) void *name(void) { return 0; }

__declspec(dllexport) void *ucnv_open(const char *name, int *error)
{
    *error = NO_SUCH_FILE;
    return 0;
}
NONE(UCNV_FROM_U_CALLBACK_SUBSTITUTE) NONE(UCNV_TO_U_CALLBACK_SUBSTITUTE) NONE(ucnv_cbFromUWriteUChars) NONE(ucnv_cbToUWriteUChars)
NONE(ucnv_close) NONE(ucnv_countAvailable) NONE(ucnv_fromUCountPending) NONE(ucnv_fromUnicode) NONE(ucnv_getAvailableName)
NONE(ucnv_getFromUCallBack) NONE(ucnv_getMaxCharSize) NONE(ucnv_getName) NONE(ucnv_getStandardName) NONE(ucnv_getToUCallBack)
NONE(ucnv_reset) NONE(ucnv_setFromUCallBack) NONE(ucnv_setToUCallBack) NONE(ucnv_toUCountPending) NONE(ucnv_toUnicode)
#endif
